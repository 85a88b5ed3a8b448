import Type from 'typebox';

/** Why a discount is not agreed to, and how each reason reads to both sides. */
export const discountReasons = {
  too_little: 'It takes less off the price than was agreed before',
  too_much: 'What is left does not pay for the service that the page asks for',
  no_money: 'The money of the programme does not cover it',
  other_day: 'It may be proposed from another day',
} as const;

export type DiscountReason = keyof typeof discountReasons;

export const discountReasonShape = Type.Enum(Object.keys(discountReasons) as DiscountReason[]);
