// Written by `npm run docs` from the routes, and not by hand.
// biome-ignore-all format: written by a program
// biome-ignore-all lint: written by a program
/* oxlint-disable */
export interface paths {
    "/api/account": {
        parameters: {
        };
        /**
         * Your account: ways of signing in, sign-ins, tokens.
         * @description For whoever has signed in.
         */
        get: operations["sign-in.read_own"];
    };
    "/api/account/name": {
        parameters: {
        };
        /**
         * Change the name by which your colleagues know you.
         * @description For whoever has signed in.
         */
        put: operations["sign-in.change_name"];
    };
    "/api/account/email": {
        parameters: {
        };
        /**
         * Change the e-mail address that you sign in with; the password is asked for again.
         * @description For whoever has signed in.
         */
        put: operations["sign-in.change_email"];
    };
    "/api/account/passkeys/{passkey}": {
        parameters: {
        };
        /**
         * Remove a passkey from your account.
         * @description For whoever has signed in.
         */
        delete: operations["sign-in.remove_passkey"];
    };
    "/api/account/identities/{provider}": {
        parameters: {
        };
        /**
         * Untie your account from who you are elsewhere.
         * @description For whoever has signed in.
         */
        delete: operations["sign-in.remove_identity"];
    };
    "/api/account/sign-ins/{signIn}": {
        parameters: {
        };
        /**
         * End one of your sign-ins.
         * @description For whoever has signed in.
         */
        delete: operations["sign-in.end_sign_in"];
    };
    "/api/account/tokens": {
        parameters: {
        };
        /**
         * Make a token for the API.
         * @description For whoever has signed in.
         */
        post: operations["sign-in.make_token"];
    };
    "/api/account/tokens/{token}": {
        parameters: {
        };
        /**
         * End one of your tokens.
         * @description For whoever has signed in.
         */
        delete: operations["sign-in.end_token"];
    };
    "/api/organisation": {
        parameters: {
        };
        /**
         * Your organisation, its members and their duties.
         * @description For whoever has signed in.
         */
        get: operations["organisations.read"];
    };
    "/api/organisation/invitations": {
        parameters: {
        };
        /**
         * Invite somebody to your organisation; the link is in the answer, once.
         * @description For the duties administrator.
         */
        post: operations["organisations.invite"];
    };
    "/api/organisation/invitations/{invitation}": {
        parameters: {
        };
        /**
         * Withdraw an invitation.
         * @description For the duties administrator.
         */
        delete: operations["organisations.withdraw_invitation"];
    };
    "/api/organisation/members/{account}/duties/{duty}": {
        parameters: {
        };
        /**
         * Give a member a duty; their sign-ins for the organisation end.
         * @description For the duties administrator.
         */
        put: operations["organisations.give_duty"];
        /**
         * Take a duty away from a member; their sign-ins for the organisation end.
         * @description For the duties administrator.
         */
        delete: operations["organisations.take_duty"];
    };
    "/api/organisation/members/{account}": {
        parameters: {
        };
        /**
         * End the membership of somebody in your organisation.
         * @description For the duties administrator.
         */
        delete: operations["organisations.end_membership"];
    };
    "/api/programmes": {
        parameters: {
        };
        /**
         * Lists the programmes in which your organisation has a part, newest first.
         * @description For whoever has signed in.
         */
        get: operations["programmes.list_own"];
        /**
         * Begins a programme with the draft of a page: the usual one, an example, or a text.
         * @description For the duties commissioner.
         */
        post: operations["programmes.begin_programme"];
    };
    "/api/templates": {
        parameters: {
        };
        /**
         * Lists the real contracts, written as pages, that a new page may begin from.
         * @description For the duties commissioner.
         */
        get: operations["programmes.list_templates"];
    };
    "/api/sentences": {
        parameters: {
        };
        /**
         * Finds the sentences that a page may say by words of their wording or meaning.
         * @description For anyone.
         */
        get: operations["programmes.find_sentences"];
    };
    "/api/checks": {
        parameters: {
        };
        /**
         * Checks a text as the first page of a contract, and stores nothing.
         * @description For whoever has signed in.
         */
        post: operations["programmes.check_page"];
    };
    "/api/programmes/{programme}": {
        parameters: {
        };
        /**
         * Reads a programme in which your organisation has a part: names, parties, version.
         * @description For whoever has signed in, in an organisation with a part in the programme: commissioner, provider, verifier, payer, auditor, referrer.
         */
        get: operations["programmes.read_programme"];
    };
    "/api/programmes/{programme}/parties": {
        parameters: {
        };
        /**
         * Lets an organisation take part in a programme: to pay, verify, audit or refer.
         * @description For the duties commissioner, in an organisation with a part in the programme: commissioner.
         */
        post: operations["programmes.let_take_part"];
    };
    "/api/programmes/{programme}/draft": {
        parameters: {
        };
        /**
         * Reads the page that is being written.
         * @description For the duties commissioner, publisher, auditor, in an organisation with a part in the programme: commissioner.
         */
        get: operations["programmes.read_draft"];
        /**
         * Writes the page that is being written; says at which revision it was read.
         * @description For the duties commissioner, in an organisation with a part in the programme: commissioner.
         */
        put: operations["programmes.write_draft"];
    };
    "/api/programmes/{programme}/draft/check": {
        parameters: {
        };
        /**
         * Checks the page that is being written, and tries its worked examples.
         * @description For the duties commissioner, publisher, auditor, in an organisation with a part in the programme: commissioner.
         */
        get: operations["programmes.check_draft"];
    };
    "/api/programmes/{programme}/draft/comparison": {
        parameters: {
        };
        /**
         * Compares the page that is being written with the version in force: terms and money.
         * @description For the duties commissioner, publisher, auditor, in an organisation with a part in the programme: commissioner.
         */
        get: operations["programmes.compare_draft"];
        /**
         * Asks for what the page that is being written changes in money, to be worked out by and by.
         * @description For the duties commissioner, publisher, in an organisation with a part in the programme: commissioner.
         */
        post: operations["programmes.request_draft_comparison"];
    };
    "/api/programmes/{programme}/draft/revisions": {
        parameters: {
        };
        /**
         * Lists the earlier revisions of the page that is being written, newest first.
         * @description For the duties commissioner, publisher, auditor, in an organisation with a part in the programme: commissioner.
         */
        get: operations["programmes.list_earlier_drafts"];
    };
    "/api/programmes/{programme}/draft/revisions/{revision}": {
        parameters: {
        };
        /**
         * Reads the page that is being written as it was at an earlier revision.
         * @description For the duties commissioner, publisher, auditor, in an organisation with a part in the programme: commissioner.
         */
        get: operations["programmes.read_earlier_draft"];
    };
    "/api/programmes/{programme}/draft/restoration": {
        parameters: {
        };
        /**
         * Writes the page that is being written as it was at an earlier revision.
         * @description For the duties commissioner, in an organisation with a part in the programme: commissioner.
         */
        post: operations["programmes.restore_draft"];
    };
    "/api/programmes/{programme}/draft/set-aside": {
        parameters: {
        };
        /**
         * Keeps a text among the earlier drafts of a page, and leaves the draft as it is.
         * @description For the duties commissioner, in an organisation with a part in the programme: commissioner.
         */
        post: operations["programmes.set_draft_aside"];
    };
    "/api/programmes/{programme}/draft/next-version": {
        parameters: {
        };
        /**
         * Writes into the draft that it is the next version, and the day from which it counts.
         * @description For the duties commissioner, in an organisation with a part in the programme: commissioner.
         */
        post: operations["programmes.begin_version"];
    };
    "/api/programmes/{programme}/checks": {
        parameters: {
        };
        /**
         * Checks a text as the next page of a programme, and stores nothing.
         * @description For the duties commissioner, publisher, auditor, in an organisation with a part in the programme: commissioner.
         */
        post: operations["programmes.check_typed"];
    };
    "/api/programmes/{programme}/versions": {
        parameters: {
        };
        /**
         * Lists the pages of a programme that were put forward, newest first.
         * @description For the duties commissioner, publisher, auditor, in an organisation with a part in the programme: commissioner, auditor.
         */
        get: operations["programmes.list_versions"];
        /**
         * Puts the page forward to be published: without errors, its worked examples right.
         * @description For the duties commissioner, in an organisation with a part in the programme: commissioner.
         */
        post: operations["programmes.put_forward"];
    };
    "/api/programmes/{programme}/versions/{number}": {
        parameters: {
        };
        /**
         * Reads a page that was put forward, whether it was published or not.
         * @description For the duties commissioner, publisher, auditor, in an organisation with a part in the programme: commissioner, auditor.
         */
        get: operations["programmes.read_version"];
    };
    "/api/programmes/{programme}/versions/{number}/sheet": {
        parameters: {
        };
        /**
         * Gives the sheet (PDF) of a page that was put forward, as it is to be signed.
         * @description For the duties commissioner, publisher, auditor, in an organisation with a part in the programme: commissioner, auditor.
         */
        get: operations["programmes.give_version"];
    };
    "/api/programmes/{programme}/versions/{number}/comparison": {
        parameters: {
        };
        /**
         * Compares a page that was put forward with the version before it: terms and money.
         * @description For the duties commissioner, publisher, auditor, in an organisation with a part in the programme: commissioner, auditor.
         */
        get: operations["programmes.compare_version"];
        /**
         * Asks for what a page that was put forward changes in money, to be worked out by and by.
         * @description For the duties commissioner, publisher, in an organisation with a part in the programme: commissioner.
         */
        post: operations["programmes.request_comparison"];
    };
    "/api/programmes/{programme}/versions/{number}/publication": {
        parameters: {
        };
        /**
         * Publishes a page that somebody else has put forward, as it was read and shown.
         * @description For the duties publisher, in an organisation with a part in the programme: commissioner.
         */
        post: operations["programmes.publish_page"];
    };
    "/api/programmes/{programme}/versions/{number}/refusal": {
        parameters: {
        };
        /**
         * Refuses a page that somebody else has put forward, with a reason.
         * @description For the duties publisher, in an organisation with a part in the programme: commissioner.
         */
        post: operations["programmes.refuse_version"];
    };
    "/api/programmes/{programme}/versions/{number}/withdrawal": {
        parameters: {
        };
        /**
         * Takes a page back that was put forward and waits to be decided.
         * @description For the duties commissioner, in an organisation with a part in the programme: commissioner.
         */
        post: operations["programmes.withdraw_version"];
    };
    "/api/programmes/{programme}/signatures": {
        parameters: {
        };
        /**
         * Lists who has signed which version, and which versions bind whom; a provider its own.
         * @description For whoever has signed in, in an organisation with a part in the programme: commissioner, provider, auditor.
         */
        get: operations["programmes.list_signatures"];
        /**
         * Signs a published version for a provider, by the hash of the page.
         * @description For the duties administrator, in an organisation with a part in the programme: provider.
         */
        post: operations["programmes.sign_version"];
    };
    "/api/published": {
        parameters: {
        };
        /**
         * Lists the programmes whose pages are published, newest first.
         * @description For anyone.
         */
        get: operations["programmes.list_published"];
    };
    "/api/published/{programme}": {
        parameters: {
        };
        /**
         * Reads the published page of a programme: the version in force, or one before it.
         * @description For anyone.
         */
        get: operations["programmes.read_public"];
    };
    "/api/published/{programme}/versions/{version}/files/{format}": {
        parameters: {
        };
        /**
         * Gives a published page as a file: the sheet for signing, the tidy page, or its terms.
         * @description For anyone.
         */
        get: operations["programmes.give_published"];
    };
    "/api/applications": {
        parameters: {
        };
        /**
         * Lists the applications of your organisation and where each stands.
         * @description For the duties provider_staff, provider_finance, administrator.
         */
        get: operations["joining.list_own"];
    };
    "/api/programmes/{programme}/application": {
        parameters: {
        };
        /**
         * Reads the form by which to join a published programme, and your draft of it.
         * @description For the duties provider_staff, provider_finance, administrator.
         */
        get: operations["joining.read_form"];
        /**
         * Saves an application as a draft. Fields that are not named stay as they were.
         * @description For the duties provider_staff, provider_finance, administrator.
         */
        put: operations["joining.save_draft"];
    };
    "/api/programmes/{programme}/application/documents": {
        parameters: {
        };
        /**
         * Hands in a document of an application, in place of the one before.
         * @description For the duties provider_staff, provider_finance, administrator.
         */
        post: operations["joining.hand_in_document"];
    };
    "/api/programmes/{programme}/application/sending": {
        parameters: {
        };
        /**
         * Sends your draft of an application, and agrees to the page by its hash.
         * @description For the duties administrator.
         */
        post: operations["joining.apply"];
    };
    "/api/programmes/{programme}/application/withdrawal": {
        parameters: {
        };
        /**
         * Withdraws the application of your organisation before it is decided.
         * @description For the duties administrator.
         */
        post: operations["joining.withdraw"];
    };
    "/api/programmes/{programme}/applications": {
        parameters: {
        };
        /**
         * Lists the applications to a programme: those that wait first, in the order of sending.
         * @description For the duties commissioner, auditor, in an organisation with a part in the programme: commissioner, auditor.
         */
        get: operations["joining.list_applications"];
    };
    "/api/programmes/{programme}/applications/{organisation}/{number}": {
        parameters: {
        };
        /**
         * Reads an application beside the conditions of the page on which it is decided.
         * @description For the duties commissioner, auditor, in an organisation with a part in the programme: commissioner, auditor.
         */
        get: operations["joining.read_application"];
    };
    "/api/programmes/{programme}/applications/{organisation}/{number}/admission": {
        parameters: {
        };
        /**
         * Admits a provider whose application meets the conditions of the page.
         * @description For the duties commissioner, in an organisation with a part in the programme: commissioner.
         */
        post: operations["joining.admit"];
    };
    "/api/programmes/{programme}/applications/{organisation}/{number}/refusal": {
        parameters: {
        };
        /**
         * Refuses an application by conditions of the page, with a reason for each.
         * @description For the duties commissioner, in an organisation with a part in the programme: commissioner.
         */
        post: operations["joining.refuse"];
    };
    "/api/programmes/{programme}/joining-documents/{document}": {
        parameters: {
        };
        /**
         * Gives a document that was handed in with an application, as a file to be kept.
         * @description For the duties commissioner, in an organisation with a part in the programme: commissioner.
         */
        get: operations["joining.give_document"];
    };
    "/api/published/{programme}/providers": {
        parameters: {
        };
        /**
         * Lists the providers of a published programme, in the order of their names.
         * @description For anyone.
         */
        get: operations["joining.list_public_providers"];
    };
    "/api/programmes/{programme}/providers": {
        parameters: {
        };
        /**
         * Lists how each provider of a programme stands, and what it must show again when.
         * @description For the duties commissioner, verifier, finance_preparer, finance_approver, auditor, in an organisation with a part in the programme: commissioner, auditor.
         */
        get: operations["joining.list_providers"];
    };
    "/api/programmes/{programme}/providers/{organisation}/pause": {
        parameters: {
        };
        /**
         * Pauses new referrals to a provider, from now on.
         * @description For the duties commissioner, in an organisation with a part in the programme: commissioner.
         */
        post: operations["joining.pause"];
    };
    "/api/programmes/{programme}/providers/{organisation}/resumption": {
        parameters: {
        };
        /**
         * Ends the pause that the commissioner made of new referrals to a provider.
         * @description For the duties commissioner, in an organisation with a part in the programme: commissioner.
         */
        post: operations["joining.resume"];
    };
    "/api/programmes/{programme}/provider": {
        parameters: {
        };
        /**
         * Reads how your organisation stands as a provider of a programme.
         * @description For the duties provider_staff, provider_finance, administrator, in an organisation with a part in the programme: provider.
         */
        get: operations["joining.read_standing"];
    };
    "/api/programmes/{programme}/provider/offer": {
        parameters: {
        };
        /**
         * Says how many your organisation can serve at once, and in which areas.
         * @description For the duties provider_staff, administrator, in an organisation with a part in the programme: provider.
         */
        put: operations["joining.change_offer"];
    };
    "/api/programmes/{programme}/discounts": {
        parameters: {
        };
        /**
         * Lists the discounts that providers proposed after admission; a provider its own.
         * @description For the duties commissioner, provider_finance, administrator, finance_preparer, auditor, in an organisation with a part in the programme: commissioner, provider, auditor.
         */
        get: operations["joining.list_discounts"];
    };
    "/api/programmes/{programme}/provider/discounts": {
        parameters: {
        };
        /**
         * Proposes to the commissioner what your organisation takes off its prices from a day.
         * @description For the duties administrator, in an organisation with a part in the programme: provider.
         */
        post: operations["joining.propose_discount"];
    };
    "/api/programmes/{programme}/providers/{organisation}/discounts/{number}/decision": {
        parameters: {
        };
        /**
         * Agrees to a discount that a provider proposes from a day, or does not.
         * @description For the duties commissioner, in an organisation with a part in the programme: commissioner.
         */
        post: operations["joining.decide_discount"];
    };
    "/api/programmes/{programme}/provider/pause": {
        parameters: {
        };
        /**
         * Pauses new referrals to your organisation, from now on.
         * @description For the duties provider_staff, administrator, in an organisation with a part in the programme: provider.
         */
        post: operations["joining.pause_own"];
    };
    "/api/programmes/{programme}/provider/resumption": {
        parameters: {
        };
        /**
         * Ends the pause that your organisation made of new referrals to it.
         * @description For the duties provider_staff, administrator, in an organisation with a part in the programme: provider.
         */
        post: operations["joining.resume_own"];
    };
    "/api/programmes/{programme}/provider/notice": {
        parameters: {
        };
        /**
         * Gives notice that your organisation leaves a programme, on the terms of the page.
         * @description For the duties administrator, in an organisation with a part in the programme: provider.
         */
        post: operations["joining.give_notice"];
    };
    "/api/programmes/{programme}/provider/conditions": {
        parameters: {
        };
        /**
         * Says that your organisation still meets a condition of joining; without a document.
         * @description For the duties provider_staff, administrator, in an organisation with a part in the programme: provider.
         */
        post: operations["joining.show_again"];
    };
    "/api/programmes/{programme}/provider/documents": {
        parameters: {
        };
        /**
         * Shows by a new document that your organisation still meets a condition of joining.
         * @description For the duties provider_staff, administrator, in an organisation with a part in the programme: provider.
         */
        post: operations["joining.hand_in_again"];
    };
    "/api/programmes/{programme}/offer": {
        parameters: {
        };
        /**
         * The providers that somebody can choose today, in an order drawn for them.
         * @description For the duties case_worker, provider_staff, in an organisation with a part in the programme: commissioner, referrer, provider.
         */
        get: operations["people.offer_providers"];
    };
    "/api/programmes/{programme}/referrals": {
        parameters: {
        };
        /**
         * Who was sent to whom, the newest first.
         * @description For the duties case_worker, provider_staff, commissioner, auditor, in an organisation with a part in the programme: commissioner, referrer, provider, auditor.
         */
        get: operations["people.list_referrals"];
        /**
         * Sends somebody to a provider, or records that they chose one.
         * @description For the duties case_worker, provider_staff, in an organisation with a part in the programme: commissioner, referrer, provider.
         */
        post: operations["people.refer_person"];
    };
    "/api/programmes/{programme}/referrals/{referral}/attach": {
        parameters: {
        };
        /**
         * A stay begins with the provider that somebody was sent to.
         * @description For the duties provider_staff, in an organisation with a part in the programme: provider.
         */
        post: operations["people.attach_person"];
    };
    "/api/programmes/{programme}/referrals/{referral}/turn-away": {
        parameters: {
        };
        /**
         * The provider does not take somebody, and says why.
         * @description For the duties provider_staff, in an organisation with a part in the programme: provider.
         */
        post: operations["people.turn_away_person"];
    };
    "/api/programmes/{programme}/referrals/{referral}/end": {
        parameters: {
        };
        /**
         * A stay ends: the day is its last.
         * @description For the duties provider_staff, case_worker, in an organisation with a part in the programme: provider, commissioner, referrer.
         */
        post: operations["people.end_stay"];
    };
    "/api/programmes/{programme}/look-ups": {
        parameters: {
        };
        /**
         * Finds a participant by the reference here, or by one of your organisation’s own.
         * @description For the duties case_worker, provider_staff, commissioner, auditor, in an organisation with a part in the programme: commissioner, referrer, provider, auditor.
         */
        post: operations["people.look_up_participant"];
    };
    "/api/programmes/{programme}/participants/{participant}": {
        parameters: {
        };
        /**
         * Where a participant stands: with whom, since when, and whether they are protected.
         * @description For the duties case_worker, provider_staff, commissioner, auditor, in an organisation with a part in the programme: commissioner, referrer, provider, auditor.
         */
        get: operations["people.see_participant"];
    };
    "/api/programmes/{programme}/participants/{participant}/looks": {
        parameters: {
        };
        /**
         * Names and contacts of a participant, for a reason; every look is written down.
         * @description For the duties case_worker, provider_staff, in an organisation with a part in the programme: commissioner, referrer, provider.
         */
        post: operations["people.see_person"];
    };
    "/api/programmes/{programme}/participants/{participant}/people/{person}": {
        parameters: {
        };
        /**
         * Changes what is kept of how somebody is called and reached.
         * @description For the duties case_worker, provider_staff, in an organisation with a part in the programme: commissioner, referrer, provider.
         */
        put: operations["people.change_contacts"];
    };
    "/api/programmes/{programme}/participants/{participant}/protection": {
        parameters: {
        };
        /**
         * Marks somebody as protected, at once.
         * @description For the duties case_worker, provider_staff, in an organisation with a part in the programme: commissioner, referrer, provider.
         */
        post: operations["people.protect_participant"];
        /**
         * Asks that somebody be protected no longer; it takes a second worker who asks the same.
         * @description For the duties case_worker, provider_staff, in an organisation with a part in the programme: commissioner, referrer, provider.
         */
        delete: operations["people.unprotect_participant"];
    };
    "/api/programmes/{programme}/participants/{participant}/erasure": {
        parameters: {
        };
        /**
         * Erases a participant for ever: facts, evidence, names and contacts become unreadable.
         * @description For the duties commissioner, administrator, in an organisation with a part in the programme: commissioner.
         */
        post: operations["people.erase_participant"];
    };
    "/api/programmes/{programme}/looks": {
        parameters: {
        };
        /**
         * Who looked at names and contacts, when and why, the newest first.
         * @description For the duties administrator, auditor, in an organisation with a part in the programme: commissioner, referrer, provider, auditor.
         */
        get: operations["people.list_looks"];
    };
    "/api/programmes/{programme}/kinds": {
        parameters: {
        };
        /**
         * The kinds of fact about one participant that the page rests on, for forms.
         * @description For the duties provider_staff, case_worker, commissioner, verifier, finance_preparer, provider_finance, in an organisation with a part in the programme: commissioner, provider, verifier, referrer.
         */
        get: operations["facts.list_kinds"];
    };
    "/api/programmes/{programme}/facts": {
        parameters: {
        };
        /**
         * Sends up to 5,000 facts at once; all of them come in, or none.
         * @description For the duties provider_staff, case_worker, commissioner, verifier, finance_preparer, provider_finance, in an organisation with a part in the programme: commissioner, provider, verifier, referrer.
         */
        post: operations["facts.send_facts"];
    };
    "/api/programmes/{programme}/facts/one": {
        parameters: {
        };
        /**
         * Records one fact.
         * @description For the duties provider_staff, case_worker, commissioner, verifier, finance_preparer, provider_finance, in an organisation with a part in the programme: commissioner, provider, verifier, referrer.
         */
        post: operations["facts.write_fact"];
    };
    "/api/programmes/{programme}/arrivals": {
        parameters: {
        };
        /**
         * What came in, the newest first.
         * @description For the duties provider_staff, case_worker, commissioner, verifier, finance_preparer, provider_finance, auditor, in an organisation with a part in the programme: commissioner, provider, verifier, referrer, auditor.
         */
        get: operations["facts.list_arrivals"];
    };
    "/api/programmes/{programme}/participants/{participant}/facts": {
        parameters: {
        };
        /**
         * What is recorded of a participant, in the order of the days on which it happened.
         * @description For the duties provider_staff, case_worker, commissioner, verifier, auditor, in an organisation with a part in the programme: commissioner, provider, verifier, referrer, auditor.
         */
        get: operations["facts.list_of_participant"];
    };
    "/api/programmes/{programme}/facts/files": {
        parameters: {
        };
        /**
         * Files of facts that were sent, the newest first.
         * @description For the duties provider_staff, case_worker, commissioner, verifier, finance_preparer, provider_finance, in an organisation with a part in the programme: commissioner, provider, verifier, referrer.
         */
        get: operations["facts.list_files"];
        /**
         * Sends a file of facts. It is loaded by and by: all of it, or nothing.
         * @description For the duties provider_staff, case_worker, commissioner, verifier, finance_preparer, provider_finance, in an organisation with a part in the programme: commissioner, provider, verifier, referrer.
         */
        post: operations["facts.send_file"];
    };
    "/api/programmes/{programme}/facts/files/{import}": {
        parameters: {
        };
        /**
         * How far a file has come, and what stands against it, by row and column.
         * @description For the duties provider_staff, case_worker, commissioner, verifier, finance_preparer, provider_finance, in an organisation with a part in the programme: commissioner, provider, verifier, referrer.
         */
        get: operations["facts.see_file"];
        /**
         * Gives up a file that was refused or not mapped: what it holds becomes unreadable.
         * @description For the duties provider_staff, case_worker, commissioner, verifier, finance_preparer, provider_finance, in an organisation with a part in the programme: commissioner, provider, verifier, referrer.
         */
        delete: operations["facts.give_up_file"];
    };
    "/api/programmes/{programme}/facts/files/{import}/mapping": {
        parameters: {
        };
        /**
         * Says how the columns of a file are read; the next with the same header loads as it is.
         * @description For the duties provider_staff, case_worker, commissioner, verifier, finance_preparer, provider_finance, in an organisation with a part in the programme: commissioner, provider, verifier, referrer.
         */
        post: operations["facts.map_file"];
    };
    "/api/programmes/{programme}/facts/files/{import}/rows-to-mend": {
        parameters: {
        };
        /**
         * The rows at fault of a refused file, to be mended and sent again in their place.
         * @description For the duties provider_staff, case_worker, commissioner, verifier, finance_preparer, provider_finance, in an organisation with a part in the programme: commissioner, provider, verifier, referrer.
         */
        get: operations["facts.give_rows_to_mend"];
    };
    "/api/programmes/{programme}/claims/{fact}/evidence": {
        parameters: {
        };
        /**
         * Attaches a file that shows a fact; verifiers see it, and nobody else.
         * @description For the duties provider_staff, case_worker, commissioner, verifier, finance_preparer, provider_finance, in an organisation with a part in the programme: commissioner, provider, verifier, referrer.
         */
        post: operations["facts.attach_evidence"];
    };
    "/api/programmes/{programme}/evidence/{evidence}": {
        parameters: {
        };
        /**
         * The file that shows a fact, to be kept; it is given to verifiers and auditors alone.
         * @description For the duties verifier, auditor, in an organisation with a part in the programme: commissioner, verifier, auditor.
         */
        get: operations["facts.give_evidence"];
    };
    "/api/programmes/{programme}/claims": {
        parameters: {
        };
        /**
         * Facts of others that wait for you to verify them; what has to be decided first comes first.
         * @description For the duties verifier, in an organisation with a part in the programme: commissioner, verifier.
         */
        get: operations["facts.list_claims"];
    };
    "/api/programmes/{programme}/claims/{fact}": {
        parameters: {
        };
        /**
         * A fact with what is enough to show it, what your organisation sent and what is asked.
         * @description For the duties provider_staff, case_worker, commissioner, verifier, finance_preparer, provider_finance, in an organisation with a part in the programme: commissioner, provider, verifier, referrer.
         */
        get: operations["facts.see_claim"];
        /**
         * Verifies or rejects a fact. It is undone by deciding again, by somebody else.
         * @description For the duties verifier, in an organisation with a part in the programme: commissioner, verifier.
         */
        post: operations["facts.decide"];
    };
    "/api/programmes/{programme}/claims/{fact}/asks": {
        parameters: {
        };
        /**
         * Asks whoever claimed a fact to show more; the claim goes on waiting.
         * @description For the duties verifier, in an organisation with a part in the programme: commissioner, verifier.
         */
        post: operations["facts.ask_for_evidence"];
    };
    "/api/programmes/{programme}/evidence-asked": {
        parameters: {
        };
        /**
         * Claims of your organisation of which a verifier asks to be shown more.
         * @description For the duties provider_staff, case_worker, commissioner, verifier, finance_preparer, provider_finance, in an organisation with a part in the programme: commissioner, provider, verifier, referrer.
         */
        get: operations["facts.list_evidence_asked"];
    };
    "/api/programmes/{programme}/draws": {
        parameters: {
        };
        /**
         * Which claims were drawn to be checked, with the seed, for drawing again.
         * @description For the duties auditor, in an organisation with a part in the programme: commissioner, auditor.
         */
        get: operations["facts.list_draws"];
        /**
         * Draws which claims are checked, before anybody looks at them, as the page says.
         * @description For the duties commissioner, in an organisation with a part in the programme: commissioner.
         */
        post: operations["facts.draw_claims"];
    };
    "/api/programmes/{programme}/settlements": {
        parameters: {
        };
        /**
         * Lists the settlements of a programme, newest first.
         * @description For the duties commissioner, finance_preparer, finance_approver, provider_finance, auditor, in an organisation with a part in the programme: commissioner, auditor, provider, payer.
         */
        get: operations["money.list_settlements"];
        /**
         * Prepares a settlement as at a day, with every line and what changed since the last.
         * @description For the duties finance_preparer, in an organisation with a part in the programme: commissioner.
         */
        post: operations["money.prepare_settlement"];
    };
    "/api/programmes/{programme}/settlement-requests": {
        parameters: {
        };
        /**
         * Lists settlements that were asked for: those that wait, and the last if it failed.
         * @description For the duties commissioner, finance_preparer, finance_approver, auditor, in an organisation with a part in the programme: commissioner, auditor.
         */
        get: operations["money.list_requests"];
        /**
         * Asks for a settlement to be prepared by and by, whatever its size.
         * @description For the duties finance_preparer, in an organisation with a part in the programme: commissioner.
         */
        post: operations["money.request_settlement"];
    };
    "/api/programmes/{programme}/settlement-requests/{request}": {
        parameters: {
        };
        /**
         * Says how far a settlement is that was asked for, and what came of it.
         * @description For the duties commissioner, finance_preparer, finance_approver, auditor, in an organisation with a part in the programme: commissioner, auditor.
         */
        get: operations["money.read_request"];
    };
    "/api/programmes/{programme}/settlements/{settlement}": {
        parameters: {
        };
        /**
         * Shows a settlement: its sums, what changed, its statements and what is worth a look.
         * @description For the duties commissioner, finance_preparer, finance_approver, auditor, in an organisation with a part in the programme: commissioner, auditor.
         */
        get: operations["money.read_settlement"];
    };
    "/api/programmes/{programme}/settlements/{settlement}/approval": {
        parameters: {
        };
        /**
         * Approves a prepared settlement by the hash of its result.
         * @description For the duties finance_approver, in an organisation with a part in the programme: commissioner.
         */
        post: operations["money.approve_settlement"];
    };
    "/api/programmes/{programme}/settlements/{settlement}/refusal": {
        parameters: {
        };
        /**
         * Refuses a prepared settlement with a reason.
         * @description For the duties finance_approver, in an organisation with a part in the programme: commissioner.
         */
        post: operations["money.refuse_settlement"];
    };
    "/api/programmes/{programme}/settlements/{settlement}/setting-aside": {
        parameters: {
        };
        /**
         * Sets a prepared settlement aside.
         * @description For the duties finance_preparer, in an organisation with a part in the programme: commissioner.
         */
        post: operations["money.set_aside_settlement"];
    };
    "/api/programmes/{programme}/settlements/{settlement}/lines": {
        parameters: {
        };
        /**
         * Lists lines of a settlement in place in line, with what is not paid and why.
         * @description For the duties commissioner, finance_preparer, finance_approver, provider_finance, auditor, in an organisation with a part in the programme: commissioner, auditor, provider.
         */
        get: operations["money.list_lines"];
    };
    "/api/programmes/{programme}/settlements/{settlement}/changes": {
        parameters: {
        };
        /**
         * Lists what changed since the settlement before, each with what moved it.
         * @description For the duties commissioner, finance_preparer, finance_approver, provider_finance, auditor, in an organisation with a part in the programme: commissioner, auditor, provider.
         */
        get: operations["money.list_changes"];
    };
    "/api/programmes/{programme}/settlements/{settlement}/why": {
        parameters: {
        };
        /**
         * Says why a line is what it is: clause, facts, price, limits, rounding.
         * @description For the duties commissioner, finance_preparer, finance_approver, auditor, in an organisation with a part in the programme: commissioner, auditor.
         */
        get: operations["money.explain_line"];
    };
    "/api/programmes/{programme}/settlements/{settlement}/own-why": {
        parameters: {
        };
        /**
         * Says to a provider why a line of its own statement is what it is.
         * @description For the duties provider_finance, in an organisation with a part in the programme: provider.
         */
        get: operations["money.explain_own_line"];
    };
    "/api/programmes/{programme}/settlements/{settlement}/participants/{participant}": {
        parameters: {
        };
        /**
         * Says how everything stands with a participant, paid or not, and why not.
         * @description For the duties commissioner, finance_preparer, finance_approver, auditor, in an organisation with a part in the programme: commissioner, auditor.
         */
        get: operations["money.explain_participant"];
    };
    "/api/programmes/{programme}/settlements/{settlement}/recomputation": {
        parameters: {
        };
        /**
         * Works a settlement out again, and says whether it comes out as it was kept.
         * @description For the duties commissioner, finance_preparer, finance_approver, auditor, in an organisation with a part in the programme: commissioner, auditor.
         */
        get: operations["money.recompute_settlement"];
    };
    "/api/programmes/{programme}/settlements/{settlement}/recomputations": {
        parameters: {
        };
        /**
         * Says what came of the last time that a settlement was worked out again.
         * @description For the duties commissioner, finance_preparer, finance_approver, auditor, in an organisation with a part in the programme: commissioner, auditor.
         */
        get: operations["money.read_recomputation"];
        /**
         * Asks for a settlement to be worked out again by and by, and held against what was kept.
         * @description For the duties commissioner, finance_preparer, finance_approver, auditor, in an organisation with a part in the programme: commissioner, auditor.
         */
        post: operations["money.request_recomputation"];
    };
    "/api/programmes/{programme}/settlements/{settlement}/files/{what}": {
        parameters: {
        };
        /**
         * Gives a settlement as a result in JSON, or its lines or changes as CSV.
         * @description For the duties commissioner, finance_preparer, finance_approver, auditor, in an organisation with a part in the programme: commissioner, auditor.
         */
        get: operations["money.settlement_file"];
    };
    "/api/programmes/{programme}/settlements/{settlement}/payment-file": {
        parameters: {
        };
        /**
         * Gives the payments of an approved settlement as CSV, with neutral references.
         * @description For the duties commissioner, finance_preparer, finance_approver, auditor, in an organisation with a part in the programme: commissioner, auditor, payer.
         */
        get: operations["money.payment_file"];
    };
    "/api/programmes/{programme}/settlements/{settlement}/bundle": {
        parameters: {
        };
        /**
         * Gives a settlement of few facts with these and its pages under new keys, as JSON.
         * @description For the duties commissioner, finance_preparer, finance_approver, auditor, in an organisation with a part in the programme: commissioner, auditor.
         */
        post: operations["money.make_bundle"];
    };
    "/api/programmes/{programme}/settlements/{settlement}/bundles": {
        parameters: {
        };
        /**
         * Lists the archives that were asked for of a settlement, and for whom.
         * @description For the duties commissioner, finance_preparer, finance_approver, auditor, in an organisation with a part in the programme: commissioner, auditor.
         */
        get: operations["money.list_bundles"];
        /**
         * Asks for a settlement of any size as one archive under new keys, for a named party.
         * @description For the duties commissioner, finance_preparer, finance_approver, auditor, in an organisation with a part in the programme: commissioner, auditor.
         */
        post: operations["money.request_bundle"];
    };
    "/api/programmes/{programme}/settlements/{settlement}/bundles/{bundle}": {
        parameters: {
        };
        /**
         * Gives an archive that was asked for, for a day after it was made.
         * @description For the duties commissioner, finance_preparer, finance_approver, auditor, in an organisation with a part in the programme: commissioner, auditor.
         */
        get: operations["money.give_bundle"];
    };
    "/api/programmes/{programme}/settlements/{settlement}/statements/{payee}": {
        parameters: {
        };
        /**
         * Shows a statement: what is owed by outcome, what is paid now, and lines of it.
         * @description For the duties commissioner, finance_preparer, finance_approver, provider_finance, auditor, in an organisation with a part in the programme: commissioner, auditor, provider, payer.
         */
        get: operations["money.read_statement"];
    };
    "/api/programmes/{programme}/settlements/{settlement}/statements/{payee}/files/{format}": {
        parameters: {
        };
        /**
         * Gives a statement as plain text, as CSV of its lines, or as PDF.
         * @description For the duties commissioner, finance_preparer, finance_approver, provider_finance, auditor, in an organisation with a part in the programme: commissioner, auditor, provider, payer.
         */
        get: operations["money.statement_file"];
    };
    "/api/programmes/{programme}/statements": {
        parameters: {
        };
        /**
         * Lists the approved statements of a programme, of one payee or of all, newest first.
         * @description For the duties commissioner, finance_preparer, finance_approver, provider_finance, auditor, in an organisation with a part in the programme: commissioner, auditor, provider, payer.
         */
        get: operations["money.list_statements"];
    };
    "/api/programmes/{programme}/money-over-time": {
        parameters: {
        };
        /**
         * Shows what each settlement paid, held and left waiting, and outcomes by month.
         * @description For the duties commissioner, finance_preparer, finance_approver, auditor, in an organisation with a part in the programme: commissioner, auditor.
         */
        get: operations["money.read_over_time"];
    };
    "/api/programmes/{programme}/balances": {
        parameters: {
        };
        /**
         * Lists what every account of the ledger holds: debits above nothing, credits below.
         * @description For the duties commissioner, finance_preparer, finance_approver, auditor, in an organisation with a part in the programme: commissioner, auditor.
         */
        get: operations["money.list_balances"];
    };
    "/api/programmes/{programme}/journal": {
        parameters: {
        };
        /**
         * Gives the ledger as a journal of hledger, with declared accounts and balances.
         * @description For the duties commissioner, finance_preparer, finance_approver, auditor, in an organisation with a part in the programme: commissioner, auditor.
         */
        get: operations["money.journal_file"];
    };
    "/api/programmes/{programme}/disputes": {
        parameters: {
        };
        /**
         * Lists the disputes of a programme and how each stands, newest first.
         * @description For the duties commissioner, finance_preparer, finance_approver, provider_finance, auditor, in an organisation with a part in the programme: commissioner, auditor, provider, payer.
         */
        get: operations["money.list_disputes"];
        /**
         * Questions a line of an approved statement with a coded reason.
         * @description For the duties provider_finance, in an organisation with a part in the programme: provider.
         */
        post: operations["money.open_dispute"];
    };
    "/api/programmes/{programme}/disputes/{dispute}/answer": {
        parameters: {
        };
        /**
         * Answers a dispute with a code.
         * @description For the duties commissioner, finance_preparer, finance_approver, in an organisation with a part in the programme: commissioner.
         */
        post: operations["money.answer_dispute"];
    };
    "/api/programmes/{programme}/disputes/{dispute}/release": {
        parameters: {
        };
        /**
         * Ends a dispute; from the next settlement on nothing is held by it.
         * @description For the duties commissioner, finance_preparer, finance_approver, provider_finance, in an organisation with a part in the programme: commissioner, provider.
         */
        post: operations["money.release_dispute"];
    };
    "/api/programmes/{programme}/payments": {
        parameters: {
        };
        /**
         * Lists payments as banks told them, with the settlement each belongs to, newest first.
         * @description For the duties commissioner, finance_preparer, finance_approver, provider_finance, auditor, in an organisation with a part in the programme: commissioner, auditor, provider, payer.
         */
        get: operations["money.list_payments"];
        /**
         * Records payments as the payer’s bank or ledger tells them, matched with statements.
         * @description For the duties finance_preparer, finance_approver, in an organisation with a part in the programme: commissioner, payer.
         */
        post: operations["money.record_payments"];
    };
    "/api/programmes/{programme}/payment-files": {
        parameters: {
        };
        /**
         * Records payments from CSV with bankReference, reference, amount and day.
         * @description For the duties finance_preparer, finance_approver, in an organisation with a part in the programme: commissioner, payer.
         */
        post: operations["money.record_payment_file"];
    };
    "/api/published/{programme}/figures": {
        parameters: {
        };
        /**
         * Lists what has been published of a programme’s results, by closed period.
         * @description For anyone.
         */
        get: operations["money.published_figures"];
    };
    "/api/programmes/{programme}/figures": {
        parameters: {
        };
        /**
         * Publishes the figures of the next closed period, once.
         * @description For the duties commissioner, in an organisation with a part in the programme: commissioner.
         */
        post: operations["money.publish_figures"];
    };
    "/api/record": {
        parameters: {
        };
        /**
         * Lists entries of the record of a programme or of one’s organisation, in order.
         * @description For the duties auditor, commissioner, administrator.
         */
        get: operations["record.read"];
    };
    "/api/record/verification": {
        parameters: {
        };
        /**
         * Verifies the record from its first entry on; with a hash, that it ends with it.
         * @description For the duties auditor, commissioner, administrator.
         */
        get: operations["record.verify"];
    };
    "/api/record/export": {
        parameters: {
        };
        /**
         * Gives the record as NDJSON, an entry a line, to be verified without the service.
         * @description For the duties auditor, commissioner, administrator.
         */
        get: operations["record.export"];
    };
    "/api/record/left-undone": {
        parameters: {
        };
        /**
         * Lists what the daily upkeep could not do in your programmes, until it is done.
         * @description For the duties auditor, commissioner, administrator.
         */
        get: operations["record.read_left_undone"];
    };
}
export interface components {
    schemas: {
        Problems: {
            /** @description urn:outturn:problem: and the code of the first problem */
            type: string;
            title: string;
            status: number;
            detail: string;
            problems: {
                code: string;
                /** @enum {string} */
                severity: "error" | "warning";
                field?: string;
                at?: {
                    source: string;
                    line: number;
                    column: number;
                    endColumn: number;
                    excerpt: string;
                    field?: string;
                };
                message: string;
                help: string;
            }[];
        };
    };
    responses: {
        /** @description What stands in the way, with the codes of docs/problems.md. */
        problems: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problems"];
            };
        };
    };
    parameters: {
        /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
        once: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export interface operations {
    "sign-in.read_own": {
        parameters: {
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: string;
                        name: string;
                        email: string;
                        earlierEmails: {
                            email: string;
                            /** Format: date-time */
                            until: string;
                        }[];
                        hasPassword: boolean;
                        passkeys: {
                            id: string;
                            name: string;
                            /** Format: date-time */
                            madeAt: string;
                            usedAt: string | null;
                        }[];
                        identities: {
                            provider: string;
                            /** Format: date-time */
                            madeAt: string;
                            usedAt: string | null;
                        }[];
                        signIns: {
                            id: string;
                            way: string;
                            agent: string;
                            /** Format: date-time */
                            madeAt: string;
                            /** Format: date-time */
                            seenAt: string;
                            isThis: boolean;
                        }[];
                        tokens: {
                            id: string;
                            name: string;
                            organisation: string;
                            organisationName: string;
                            scopes: string[];
                            /** Format: date-time */
                            madeAt: string;
                            /** Format: date-time */
                            endsAt: string;
                            usedAt: string | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "sign-in.change_name": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "sign-in.change_email": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    current?: string;
                    response?: string;
                    browser?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        state: "changed";
                        email: string;
                    } | {
                        /** @constant */
                        state: "refused";
                        problems: Record<string, never>[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "sign-in.remove_passkey": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                passkey: string;
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "sign-in.remove_identity": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                provider: string;
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "sign-in.end_sign_in": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                signIn: string;
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "sign-in.make_token": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    scopes: ("programmes:read" | "programmes:change" | "joining:read" | "joining:change" | "people:read" | "people:change" | "facts:read" | "facts:change" | "money:read" | "money:change" | "record:read" | "organisations:read" | "organisations:change")[];
                    days: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        token: string;
                        endsAt: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "sign-in.end_token": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                token: string;
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "organisations.read": {
        parameters: {
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        members: {
                            account: string;
                            name: string;
                            email?: string;
                            joinedAt: string;
                            duties: {
                                duty: string;
                                limit?: {
                                    amount: string;
                                    currency: string;
                                };
                            }[];
                        }[];
                        invitations: {
                            id: string;
                            email: string;
                            madeAt: string;
                            endsAt: string;
                            duties: {
                                duty: string;
                                limit?: {
                                    amount: string;
                                    currency: string;
                                };
                            }[];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "organisations.invite": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    duties: ("commissioner" | "publisher" | "verifier" | "finance_preparer" | "finance_approver" | "provider_staff" | "provider_finance" | "case_worker" | "auditor" | "administrator")[];
                    limit?: {
                        amount: string;
                        currency: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        link: string;
                        endsAt: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "organisations.withdraw_invitation": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                invitation: string;
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "organisations.give_duty": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                account: string;
                duty: "commissioner" | "publisher" | "verifier" | "finance_preparer" | "finance_approver" | "provider_staff" | "provider_finance" | "case_worker" | "auditor" | "administrator";
            };
        };
        requestBody?: {
            content: {
                "application/json": {
                    limit?: {
                        amount: string;
                        currency: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "organisations.take_duty": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                account: string;
                duty: "commissioner" | "publisher" | "verifier" | "finance_preparer" | "finance_approver" | "provider_staff" | "provider_finance" | "case_worker" | "auditor" | "administrator";
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "organisations.end_membership": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                account: string;
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "programmes.list_own": {
        parameters: {
            query?: {
                after?: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        programmes: {
                            /** Format: uuid */
                            programme: string;
                            name: string;
                            isAboutSafety: boolean;
                            commissioner: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            parts: string[];
                            version?: number;
                            isWaiting: boolean;
                            /** Format: date-time */
                            publishedAt?: string;
                            /** Format: date */
                            endsOn?: string;
                            isOver: boolean;
                        }[];
                        /** Format: uuid */
                        next?: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "programmes.begin_programme": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    start?: string;
                    text?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        programme: string;
                        revision: number;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "programmes.list_templates": {
        parameters: {
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        templates: {
                            name: string;
                            title: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "programmes.find_sentences": {
        parameters: {
            query?: {
                find?: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sentences: {
                            section: string;
                            wording: string;
                            meaning: string;
                            example: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "programmes.check_page": {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        problems: {
                            code: string;
                            severity: "error" | "warning";
                            at: {
                                source: string;
                                line: number;
                                column: number;
                                endColumn: number;
                                excerpt: string;
                                field?: string;
                            };
                            message: string;
                            help: string;
                        }[];
                        examples: {
                            title: string;
                            passed: boolean;
                            says: string;
                            pays: string;
                            differences: string[];
                            reasons: string[][];
                        }[];
                        isWithoutErrors: boolean;
                        isInForce: boolean;
                        version: number;
                        /** Format: date */
                        countsFrom?: string;
                        currency?: string;
                        worth?: string;
                        contractHash?: string;
                        pageHash?: string;
                        tidy?: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "programmes.read_programme": {
        parameters: {
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        programme: string;
                        name: string;
                        neutralName: string;
                        isAboutSafety: boolean;
                        parts: string[];
                        parties: {
                            part: string;
                            /** Format: uuid */
                            organisation: string;
                            name: string;
                        }[];
                        version?: number;
                        isWaiting: boolean;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "programmes.let_take_part": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    organisation: string;
                    part: "payer" | "verifier" | "auditor" | "referrer";
                    /** @description How the programme names it; of a payer, as the page does. */
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        organisation: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "programmes.read_draft": {
        parameters: {
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        programme: string;
                        text: string;
                        revision: number;
                        /** Format: date-time */
                        changedAt: string;
                        changedBy: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "programmes.write_draft": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    revision: number;
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        revision: number;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "programmes.check_draft": {
        parameters: {
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        problems: {
                            code: string;
                            severity: "error" | "warning";
                            at: {
                                source: string;
                                line: number;
                                column: number;
                                endColumn: number;
                                excerpt: string;
                                field?: string;
                            };
                            message: string;
                            help: string;
                        }[];
                        examples: {
                            title: string;
                            passed: boolean;
                            says: string;
                            pays: string;
                            differences: string[];
                            reasons: string[][];
                        }[];
                        isWithoutErrors: boolean;
                        isInForce: boolean;
                        version: number;
                        /** Format: date */
                        countsFrom?: string;
                        currency?: string;
                        worth?: string;
                        contractHash?: string;
                        pageHash?: string;
                        tidy?: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "programmes.compare_draft": {
        parameters: {
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        difference?: {
                            currency: string;
                            /** Format: date */
                            asAt: string;
                            facts: number;
                            terms: {
                                section: string;
                                was?: string;
                                now?: string;
                            }[];
                            isOfTermsAlone?: boolean;
                            comparison?: {
                                state: "waiting" | "failed";
                                step: string;
                            };
                            alone?: {
                                total: {
                                    was: string;
                                    now: string;
                                };
                                outcomes: {
                                    name: string;
                                    was: string;
                                    now: string;
                                }[];
                                providers: {
                                    name: string;
                                    was: string;
                                    now: string;
                                }[];
                                payers: {
                                    name: string;
                                    was: string;
                                    now: string;
                                }[];
                                lines: number;
                            };
                            together?: {
                                total: {
                                    was: string;
                                    now: string;
                                };
                                outcomes: {
                                    name: string;
                                    was: string;
                                    now: string;
                                }[];
                                providers: {
                                    name: string;
                                    was: string;
                                    now: string;
                                }[];
                                payers: {
                                    name: string;
                                    was: string;
                                    now: string;
                                }[];
                                lines: number;
                            };
                            hash: string;
                        };
                        notForetold: string[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "programmes.request_draft_comparison": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    revision: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "programmes.list_earlier_drafts": {
        parameters: {
            query?: {
                before?: number;
            };
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        revisions: {
                            revision: number;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: string;
                            length: number;
                        }[];
                        next?: number;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "programmes.read_earlier_draft": {
        parameters: {
            path: {
                programme: string;
                revision: number;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        programme: string;
                        text: string;
                        revision: number;
                        /** Format: date-time */
                        changedAt: string;
                        changedBy: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "programmes.restore_draft": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    revision: number;
                    earlier: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        revision: number;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "programmes.set_draft_aside": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    revision: number;
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        revision: number;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "programmes.begin_version": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    revision: number;
                    /** Format: date */
                    from: string;
                    for: "outcomes" | "attachments";
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        revision: number;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "programmes.check_typed": {
        parameters: {
            path: {
                programme: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        problems: {
                            code: string;
                            severity: "error" | "warning";
                            at: {
                                source: string;
                                line: number;
                                column: number;
                                endColumn: number;
                                excerpt: string;
                                field?: string;
                            };
                            message: string;
                            help: string;
                        }[];
                        examples: {
                            title: string;
                            passed: boolean;
                            says: string;
                            pays: string;
                            differences: string[];
                            reasons: string[][];
                        }[];
                        isWithoutErrors: boolean;
                        isInForce: boolean;
                        version: number;
                        /** Format: date */
                        countsFrom?: string;
                        currency?: string;
                        worth?: string;
                        contractHash?: string;
                        pageHash?: string;
                        tidy?: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "programmes.list_versions": {
        parameters: {
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        versions: {
                            number: number;
                            version: number;
                            /** Format: date */
                            countsFrom: string;
                            title: string;
                            state: "prepared" | "published" | "refused" | "withdrawn";
                            contractHash: string;
                            pageHash: string;
                            currency: string;
                            worth?: string;
                            /** Format: date-time */
                            preparedAt: string;
                            /** Format: date-time */
                            decidedAt?: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "programmes.put_forward": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    revision: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                        contractHash: string;
                        pageHash: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "programmes.read_version": {
        parameters: {
            path: {
                programme: string;
                number: number;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                        version: number;
                        /** Format: date */
                        countsFrom: string;
                        title: string;
                        state: "prepared" | "published" | "refused" | "withdrawn";
                        contractHash: string;
                        pageHash: string;
                        currency: string;
                        worth?: string;
                        /** Format: date-time */
                        preparedAt: string;
                        /** Format: date-time */
                        decidedAt?: string;
                        text: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "programmes.give_version": {
        parameters: {
            path: {
                programme: string;
                number: number;
            };
        };
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "programmes.compare_version": {
        parameters: {
            path: {
                programme: string;
                number: number;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        difference?: {
                            currency: string;
                            /** Format: date */
                            asAt: string;
                            facts: number;
                            terms: {
                                section: string;
                                was?: string;
                                now?: string;
                            }[];
                            isOfTermsAlone?: boolean;
                            comparison?: {
                                state: "waiting" | "failed";
                                step: string;
                            };
                            alone?: {
                                total: {
                                    was: string;
                                    now: string;
                                };
                                outcomes: {
                                    name: string;
                                    was: string;
                                    now: string;
                                }[];
                                providers: {
                                    name: string;
                                    was: string;
                                    now: string;
                                }[];
                                payers: {
                                    name: string;
                                    was: string;
                                    now: string;
                                }[];
                                lines: number;
                            };
                            together?: {
                                total: {
                                    was: string;
                                    now: string;
                                };
                                outcomes: {
                                    name: string;
                                    was: string;
                                    now: string;
                                }[];
                                providers: {
                                    name: string;
                                    was: string;
                                    now: string;
                                }[];
                                payers: {
                                    name: string;
                                    was: string;
                                    now: string;
                                }[];
                                lines: number;
                            };
                            hash: string;
                        };
                        notForetold: string[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "programmes.request_comparison": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
                number: number;
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "programmes.publish_page": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
                number: number;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    pageHash: string;
                    shown?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "programmes.refuse_version": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
                number: number;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: "terms_unclear" | "price_too_high" | "money_not_set_aside" | "not_lawful_as_written" | "not_safe_for_people" | "evidence_missing" | "decided_elsewhere";
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "programmes.withdraw_version": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
                number: number;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "programmes.list_signatures": {
        parameters: {
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        providers: {
                            /** Format: uuid */
                            organisation: string;
                            name: string;
                            signed: {
                                version: number;
                                /** Format: date-time */
                                signedAt: string;
                            }[];
                            binding: number[];
                            notBinding: number[];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "programmes.sign_version": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    pageHash: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        /** Format: date-time */
                        signedAt: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "programmes.list_published": {
        parameters: {
            query?: {
                after?: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        programmes: {
                            /** Format: uuid */
                            programme: string;
                            name: string;
                            isAboutSafety: boolean;
                            commissioner: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            parts: string[];
                            version?: number;
                            isWaiting: boolean;
                            /** Format: date-time */
                            publishedAt?: string;
                            /** Format: date */
                            endsOn?: string;
                            isOver: boolean;
                        }[];
                        /** Format: uuid */
                        next?: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "programmes.read_public": {
        parameters: {
            query?: {
                version?: number;
            };
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        programme: string;
                        isAboutSafety: boolean;
                        neutralName: string;
                        commissioner: string;
                        version: number;
                        /** Format: date */
                        countsFrom: string;
                        title: string;
                        contractHash: string;
                        pageHash: string;
                        /** Format: date-time */
                        publishedAt: string;
                        text: string;
                        isWithoutAmounts: boolean;
                        versions: {
                            version: number;
                            /** Format: date */
                            countsFrom: string;
                            title: string;
                            contractHash: string;
                            pageHash: string;
                            /** Format: date-time */
                            publishedAt: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "programmes.give_published": {
        parameters: {
            path: {
                programme: string;
                version: number;
                format: "pdf" | "markdown" | "json";
            };
        };
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "joining.list_own": {
        parameters: {
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        applications: {
                            /** Format: uuid */
                            programme: string;
                            name: string;
                            number: number;
                            /** @enum {unknown} */
                            state: "draft" | "applied" | "withdrawn" | "admitted" | "refused";
                            /** Format: date */
                            appliedOn?: string;
                            /** Format: date */
                            decideBy?: string;
                            /** Format: date */
                            decidedOn?: string;
                            isLate: boolean;
                            reasons?: {
                                condition: string;
                                sentence: string;
                                reason: string;
                                words: string;
                            }[];
                            /** @enum {unknown} */
                            standing?: "applied" | "refused" | "withdrawn" | "admitted" | "leaving" | "left";
                            isPaused: boolean;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "joining.read_form": {
        parameters: {
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        programme: string;
                        title: string;
                        neutralName: string;
                        isAboutSafety: boolean;
                        commissioner: string;
                        pageHash: string;
                        fields: {
                            name: string;
                            label: string;
                            /** @enum {unknown} */
                            kind: "text" | "number" | "percent" | "money" | "choice" | "document" | "company_number" | "charity_number" | "yes";
                            required: boolean;
                            hint: string;
                            choices?: string[];
                            least?: string;
                            currency?: string;
                            expires?: boolean;
                            /** @description A length of the page, as in 12 months. */
                            shownAgain?: {
                                count: number;
                                unit: string;
                            };
                            agrees?: string;
                            restsOn?: string;
                        }[];
                        conditions: {
                            key: string;
                            sentence: string;
                        }[];
                        revision: number;
                        /** @enum {unknown} */
                        state?: "draft" | "applied" | "withdrawn" | "admitted" | "refused";
                        mayApply: boolean;
                        answers: {
                            field: string;
                            label: string;
                            value?: string;
                            document?: {
                                /** Format: uuid */
                                id?: string;
                                type?: string;
                                bytes?: number;
                                expiresOn?: string;
                            };
                        }[];
                        problems: {
                            code: string;
                            severity: "error" | "warning";
                            at: {
                                source: string;
                                line: number;
                                column: number;
                                endColumn: number;
                                excerpt: string;
                                field?: string;
                            };
                            message: string;
                            help: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "joining.save_draft": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    revision: number;
                    answers: {
                        [key: string]: string;
                    };
                    expires?: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        revision: number;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "joining.hand_in_document": {
        parameters: {
            query: {
                field: string;
                expiresOn?: string;
            };
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
            };
        };
        requestBody: {
            content: {
                "application/pdf": string;
                "image/png": string;
                "image/jpeg": string;
                "image/webp": string;
                "image/heic": string;
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        revision: number;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "joining.apply": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    revision: number;
                    pageHash: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                        /** Format: date */
                        appliedOn: string;
                        /** Format: date */
                        decideBy?: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "joining.withdraw": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        state: "draft" | "applied" | "withdrawn" | "admitted" | "refused";
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "joining.list_applications": {
        parameters: {
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        applications: {
                            /** Format: uuid */
                            organisation: string;
                            name: string;
                            number: number;
                            /** @enum {unknown} */
                            state: "draft" | "applied" | "withdrawn" | "admitted" | "refused";
                            /** Format: date */
                            appliedOn?: string;
                            /** Format: date */
                            decideBy?: string;
                            /** Format: date */
                            decidedOn?: string;
                            isLate: boolean;
                            reasons?: {
                                condition: string;
                                sentence: string;
                                reason: string;
                                words: string;
                            }[];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "joining.read_application": {
        parameters: {
            path: {
                programme: string;
                organisation: string;
                number: number;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        organisation: string;
                        organisationName: string;
                        name: string;
                        number: number;
                        /** @enum {unknown} */
                        state: "draft" | "applied" | "withdrawn" | "admitted" | "refused";
                        /** Format: date */
                        appliedOn?: string;
                        /** Format: date */
                        decideBy?: string;
                        /** Format: date */
                        decidedOn?: string;
                        isLate: boolean;
                        reasons?: {
                            condition: string;
                            sentence: string;
                            reason: string;
                            words: string;
                        }[];
                        pageHash: string;
                        conditions: {
                            key: string;
                            sentence: string;
                            /** @enum {unknown} */
                            standing: "met" | "not_met" | "for_the_commissioner";
                            answers: {
                                field: string;
                                label: string;
                                value?: string;
                                document?: {
                                    /** Format: uuid */
                                    id?: string;
                                    type?: string;
                                    bytes?: number;
                                    expiresOn?: string;
                                };
                            }[];
                            problems: {
                                code: string;
                                severity: "error" | "warning";
                                at: {
                                    source: string;
                                    line: number;
                                    column: number;
                                    endColumn: number;
                                    excerpt: string;
                                    field?: string;
                                };
                                message: string;
                                help: string;
                            }[];
                        }[];
                        answers: {
                            field: string;
                            label: string;
                            value?: string;
                            document?: {
                                /** Format: uuid */
                                id?: string;
                                type?: string;
                                bytes?: number;
                                expiresOn?: string;
                            };
                        }[];
                        problems: {
                            code: string;
                            severity: "error" | "warning";
                            at: {
                                source: string;
                                line: number;
                                column: number;
                                endColumn: number;
                                excerpt: string;
                                field?: string;
                            };
                            message: string;
                            help: string;
                        }[];
                        /** @enum {unknown} */
                        standing?: "applied" | "refused" | "withdrawn" | "admitted" | "leaving" | "left";
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "joining.admit": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
                organisation: string;
                number: number;
            };
        };
        requestBody?: {
            content: {
                "application/json": {
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        /** Format: date */
                        joinsOn: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "joining.refuse": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
                organisation: string;
                number: number;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    reasons: {
                        condition: string;
                        /** @enum {unknown} */
                        reason: "not_shown" | "not_readable" | "too_little" | "run_out" | "of_another_body" | "register_says_otherwise" | "no_place_left";
                    }[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        state: "draft" | "applied" | "withdrawn" | "admitted" | "refused";
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "joining.give_document": {
        parameters: {
            path: {
                programme: string;
                document: string;
            };
        };
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "joining.list_public_providers": {
        parameters: {
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        title: string;
                        neutralName: string;
                        isAboutSafety: boolean;
                        commissioner: string;
                        providers: {
                            name: string;
                            areas: string[];
                            /** Format: date */
                            since: string;
                            isOpen: boolean;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "joining.list_providers": {
        parameters: {
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        providers: {
                            /** Format: uuid */
                            organisation: string;
                            name: string;
                            /** @enum {unknown} */
                            state: "applied" | "refused" | "withdrawn" | "admitted" | "leaving" | "left";
                            pausedBy: ("commissioner" | "provider" | "condition")[];
                            capacity?: number;
                            areas: string[];
                            /** Format: date */
                            joinsOn?: string;
                            /** Format: date */
                            leavesOn?: string;
                            conditions: {
                                condition: string;
                                sentence: string;
                                /** Format: date */
                                shownOn: string;
                                /** Format: date */
                                until?: string;
                                /** @enum {unknown} */
                                holding: "holds" | "runs_out" | "ran_out";
                            }[];
                        }[];
                        waiting: number;
                        takesDiscount: boolean;
                        discountsWaiting: number;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "joining.pause": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
                organisation: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        state: "applied" | "refused" | "withdrawn" | "admitted" | "leaving" | "left";
                        isPaused: boolean;
                        pausedBy: ("commissioner" | "provider" | "condition")[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "joining.resume": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
                organisation: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        state: "applied" | "refused" | "withdrawn" | "admitted" | "leaving" | "left";
                        isPaused: boolean;
                        pausedBy: ("commissioner" | "provider" | "condition")[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "joining.read_standing": {
        parameters: {
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        title: string;
                        isAboutSafety: boolean;
                        /** Format: uuid */
                        organisation: string;
                        name: string;
                        /** @enum {unknown} */
                        state: "applied" | "refused" | "withdrawn" | "admitted" | "leaving" | "left";
                        pausedBy: ("commissioner" | "provider" | "condition")[];
                        capacity?: number;
                        areas: string[];
                        /** Format: date */
                        joinsOn?: string;
                        /** Format: date */
                        leavesOn?: string;
                        conditions: {
                            condition: string;
                            sentence: string;
                            /** Format: date */
                            shownOn: string;
                            /** Format: date */
                            until?: string;
                            /** @enum {unknown} */
                            holding: "holds" | "runs_out" | "ran_out";
                        }[];
                        fields: {
                            name: string;
                            label: string;
                            /** @enum {unknown} */
                            kind: "text" | "number" | "percent" | "money" | "choice" | "document" | "company_number" | "charity_number" | "yes";
                            required: boolean;
                            hint: string;
                            choices?: string[];
                            least?: string;
                            currency?: string;
                            expires?: boolean;
                            /** @description A length of the page, as in 12 months. */
                            shownAgain?: {
                                count: number;
                                unit: string;
                            };
                            agrees?: string;
                            restsOn?: string;
                        }[];
                        takesDiscount: boolean;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "joining.change_offer": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    capacity: number;
                    areas: string[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        capacity: number;
                        areas: string[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "joining.list_discounts": {
        parameters: {
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        proposals: {
                            /** Format: uuid */
                            organisation: string;
                            provider: string;
                            number: number;
                            discount: string;
                            /** Format: date */
                            from: string;
                            /** @enum {unknown} */
                            state: "proposed" | "accepted" | "refused" | "replaced";
                            /** Format: date-time */
                            proposedAt: string;
                            /** Format: date-time */
                            decidedAt?: string;
                            /** @enum {unknown} */
                            reason?: "too_little" | "too_much" | "no_money" | "other_day";
                        }[];
                        admitted: {
                            /** Format: uuid */
                            organisation: string;
                            provider: string;
                            discount: string;
                            /** Format: date */
                            from: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "joining.propose_discount": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    discount: string;
                    from: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "joining.decide_discount": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
                organisation: string;
                number: number;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    isAccepted: boolean;
                    /** @enum {unknown} */
                    reason?: "too_little" | "too_much" | "no_money" | "other_day";
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        state: "accepted" | "refused";
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "joining.pause_own": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        state: "applied" | "refused" | "withdrawn" | "admitted" | "leaving" | "left";
                        isPaused: boolean;
                        pausedBy: ("commissioner" | "provider" | "condition")[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "joining.resume_own": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        state: "applied" | "refused" | "withdrawn" | "admitted" | "leaving" | "left";
                        isPaused: boolean;
                        pausedBy: ("commissioner" | "provider" | "condition")[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "joining.give_notice": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        leavesOn: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "joining.show_again": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    condition: string;
                    answer?: string;
                    expiresOn?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        until?: string;
                        isPaused: boolean;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "joining.hand_in_again": {
        parameters: {
            query: {
                condition: string;
                answer?: string;
                expiresOn?: string;
            };
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
            };
        };
        requestBody: {
            content: {
                "application/pdf": string;
                "image/png": string;
                "image/jpeg": string;
                "image/webp": string;
                "image/heic": string;
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        until?: string;
                        isPaused: boolean;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "people.offer_providers": {
        parameters: {
            query: {
                /** @description What their order is drawn by. */
                seed: string;
            };
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        offered: {
                            provider: string;
                            since: string;
                            areas: string[];
                            placesLeft?: number;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "people.list_referrals": {
        parameters: {
            query?: {
                state?: "made" | "attached" | "refused" | "ended";
                /** @description Where the next page begins, as the one before it says. */
                before?: string;
            };
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        referrals: {
                            referral: string;
                            participant: string;
                            provider: string;
                            at: string;
                            way: string;
                            state: string;
                        }[];
                        before?: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "people.refer_person": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    participant?: string;
                    details?: {
                        names: string[];
                        bornOn?: string;
                        language?: string;
                        ways: {
                            kind: "phone" | "text" | "e-mail" | "post" | "in person";
                            to: string;
                        }[];
                        safeWay?: {
                            way: number;
                            when?: string;
                        };
                    };
                    /** @description How the programme names it. */
                    provider: string;
                    way: "referred" | "chosen";
                    /** @description By which the providers were put in order. */
                    seed?: string;
                    group?: string;
                    with?: string;
                    /** @description Whether they are marked as protected from the first moment. */
                    isProtected?: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        participant: string;
                        referral: string;
                        /** @description Whether it rests on the word of the provider alone, and counts once a verifier has accepted it. */
                        waits: boolean;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "people.attach_person": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
                referral: string;
            };
        };
        requestBody?: {
            content: {
                "application/json": {
                    day?: string;
                    group?: string;
                    with?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        state: string;
                        /** @description Whether it rests on the word of the provider alone, and counts once a verifier has accepted it. */
                        waits: boolean;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "people.turn_away_person": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
                referral: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    why: "no place" | "outside area" | "not for them" | "not reached";
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        state: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "people.end_stay": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
                referral: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    day?: string;
                    why: "goals reached" | "other provider" | "moved away" | "own wish" | "not reached" | "died";
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        state: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "people.look_up_participant": {
        parameters: {
            path: {
                programme: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    reference: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        participant: string;
                        /** @description Where it was found by that. */
                        ownReference?: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "people.see_participant": {
        parameters: {
            query?: {
                /** @description What your organisation may call them. */
                as?: string;
            };
            path: {
                programme: string;
                participant: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        participant: string;
                        /** @description What it calls them, where that was asked and is so. */
                        ownReference?: string;
                        enteredAt: string;
                        isErased: boolean;
                        isProtected: boolean;
                        isUnsetAsked: boolean;
                        referrals: {
                            referral: string;
                            participant: string;
                            provider: string;
                            at: string;
                            way: string;
                            state: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "people.see_person": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
                participant: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    why: "first contact" | "appointment" | "safety" | "asked by them" | "correction";
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        people: {
                            person: string;
                            details: {
                                names: string[];
                                bornOn?: string;
                                language?: string;
                                ways: {
                                    kind: "phone" | "text" | "e-mail" | "post" | "in person";
                                    to: string;
                                }[];
                                safeWay?: {
                                    way: number;
                                    when?: string;
                                };
                            };
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "people.change_contacts": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
                participant: string;
                person: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    details: {
                        names: string[];
                        bornOn?: string;
                        language?: string;
                        ways: {
                            kind: "phone" | "text" | "e-mail" | "post" | "in person";
                            to: string;
                        }[];
                        safeWay?: {
                            way: number;
                            when?: string;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        person: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "people.protect_participant": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
                participant: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        isProtected: boolean;
                        /** @description Whether one worker wants the flag taken away. */
                        isUnsetAsked: boolean;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "people.unprotect_participant": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
                participant: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        isProtected: boolean;
                        /** @description Whether one worker wants the flag taken away. */
                        isUnsetAsked: boolean;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "people.erase_participant": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
                participant: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    why: "asked by them" | "kept long enough" | "entered by mistake";
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        erasedAt: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "people.list_looks": {
        parameters: {
            query?: {
                /** @description Where the next page begins, as the one before it says. */
                before?: string;
            };
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        looks: {
                            participant: string;
                            account: string;
                            /** @description Of a colleague of yours. */
                            name?: string;
                            at: string;
                            why: string;
                        }[];
                        before?: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "facts.list_kinds": {
        parameters: {
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kinds: {
                            name: string;
                            shape: "spell" | "occurrence" | "score";
                            value: "none" | "optional" | "required";
                            /** @description What its value is counted in. */
                            unit?: string;
                            /** @description The least that a score may be. */
                            low?: string;
                            /** @description The most that a score may be. */
                            high?: string;
                            sources: string[];
                            /** @description Whether what a provider says is a claim at first. */
                            isVerified: boolean;
                            /** @description What is enough to show it. */
                            evidence?: string;
                            isBuiltIn: boolean;
                            needsProvider: boolean;
                        }[];
                        groups: string[];
                        characteristics: string[];
                        providers: string[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "facts.send_facts": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    facts: {
                        id?: string;
                        kind?: string;
                        participant?: string;
                        cohort?: string;
                        provider?: string;
                        group?: string;
                        with?: string;
                        day?: string;
                        from?: string;
                        to?: string;
                        value?: string;
                        low?: string;
                        high?: string;
                        about?: string;
                        source?: string;
                        method?: string;
                        known?: string;
                        state?: string;
                        replaces?: string;
                        signer?: string;
                        note?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The reference under which they came in. */
                        arrival: string;
                        /** @description How many are new. */
                        added: number;
                        /** @description How many had been sent before and change nothing. */
                        sentBefore: number;
                        warnings: {
                            code: string;
                            severity: "error" | "warning";
                            at: {
                                source: string;
                                line: number;
                                column: number;
                                endColumn: number;
                                excerpt: string;
                                field?: string;
                            };
                            message: string;
                            help: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "facts.write_fact": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description One fact: the cells of a row of docs/facts.md. */
                    fact: {
                        id?: string;
                        kind?: string;
                        participant?: string;
                        cohort?: string;
                        provider?: string;
                        group?: string;
                        with?: string;
                        day?: string;
                        from?: string;
                        to?: string;
                        value?: string;
                        low?: string;
                        high?: string;
                        about?: string;
                        source?: string;
                        method?: string;
                        known?: string;
                        state?: string;
                        replaces?: string;
                        signer?: string;
                        note?: string;
                    };
                    /** @description Whether nothing is recorded yet of somebody new here. */
                    asksFirst?: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The reference under which they came in. */
                        arrival: string;
                        /** @description How many are new. */
                        added: number;
                        /** @description How many had been sent before and change nothing. */
                        sentBefore: number;
                        warnings: {
                            code: string;
                            severity: "error" | "warning";
                            at: {
                                source: string;
                                line: number;
                                column: number;
                                endColumn: number;
                                excerpt: string;
                                field?: string;
                            };
                            message: string;
                            help: string;
                        }[];
                        /** @description The reference here of whom it is about. */
                        participant?: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "facts.list_arrivals": {
        parameters: {
            query?: {
                /** @description Where the next page begins, as the one before it says. */
                before?: string;
            };
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        arrivals: {
                            id: string;
                            at: string;
                            way: string;
                            facts: number;
                            isOwn: boolean;
                        }[];
                        /** @description Where the next page begins. */
                        before?: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "facts.list_of_participant": {
        parameters: {
            path: {
                programme: string;
                participant: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        facts: {
                            id: string;
                            kind: string;
                            provider?: string;
                            group?: string;
                            with?: string;
                            cohort?: string;
                            day?: string;
                            from?: string;
                            to?: string;
                            value?: string;
                            /** @description What the value is counted in. */
                            unit?: string;
                            about?: string;
                            source?: string;
                            method?: string;
                            state: string;
                            /** @description The day on which it came in. */
                            known: string;
                            /** @description The part of who recorded it: never a name. */
                            recordedBy: string;
                            /** @description Whether your organisation recorded it. */
                            isOwn: boolean;
                            replaces?: string;
                            isReplaced: boolean;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "facts.list_files": {
        parameters: {
            query?: {
                /** @description Where the next page begins, as the one before it says. */
                before?: string;
            };
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        files: {
                            import: string;
                            at: string;
                            type: string;
                            bytes: number;
                            state: string;
                            rowsRead: number;
                            bytesRead: number;
                            added?: number;
                            sentBefore?: number;
                            problems?: number;
                            mends?: string;
                            isOwn: boolean;
                        }[];
                        before?: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "facts.send_file": {
        parameters: {
            query?: {
                /** @description The refused file whose rows at fault these rows stand in for. */
                mends?: string;
                fileName?: string;
                fileMediaType?: string;
                fileContentHash?: string;
            };
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
            };
        };
        requestBody: {
            content: {
                "text/csv; charset=utf-8": string;
                "application/x-ndjson": string;
                "application/vnd.apache.parquet": string;
                "text/plain; charset=utf-8": string;
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        import: string;
                        state: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "facts.see_file": {
        parameters: {
            path: {
                programme: string;
                import: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        import: string;
                        at: string;
                        type: string;
                        bytes: number;
                        state: string;
                        rowsRead: number;
                        bytesRead: number;
                        added?: number;
                        sentBefore?: number;
                        problems?: number;
                        mends?: string;
                        isOwn: boolean;
                        /** @description Whether what stands in it is not shown, as it may hold amounts of money. */
                        isWithheld: boolean;
                        header: string[];
                        separator: string;
                        found: {
                            code: string;
                            row: number;
                            isMended: boolean;
                            column?: string;
                            message: string;
                            help: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "facts.give_up_file": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
                import: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        state: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "facts.map_file": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
                import: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    reading: {
                        separator: "," | ";" | "\t";
                        /** @description Which column of the file is which of ours; those not named are passed over. */
                        columns: {
                            [key: string]: string;
                        };
                        /** @description What stands in the column that is read as kind, and which kind it means. */
                        kinds: {
                            [key: string]: string;
                        };
                        /** @description What holds for every row, by our column: a kind or a source, mostly. */
                        fixed: {
                            [key: string]: string;
                        };
                        days: "year-month-day" | "day/month/year" | "month/day/year" | "day.month.year";
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        state: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "facts.give_rows_to_mend": {
        parameters: {
            path: {
                programme: string;
                import: string;
            };
        };
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "facts.attach_evidence": {
        parameters: {
            query?: {
                fileName?: string;
                fileMediaType?: string;
                fileContentHash?: string;
            };
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
                fact: string;
            };
        };
        requestBody: {
            content: {
                "application/pdf": string;
                "image/png": string;
                "image/jpeg": string;
                "image/webp": string;
                "image/heic": string;
                "text/plain; charset=utf-8": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                "text/csv; charset=utf-8": string;
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        evidence: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "facts.give_evidence": {
        parameters: {
            path: {
                programme: string;
                evidence: string;
            };
        };
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "facts.list_claims": {
        parameters: {
            query?: {
                after?: string;
                before?: string;
                /** @description The organisation of the provider concerned. */
                provider?: string;
                most?: number;
            };
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How many wait; 1001 stands for more. */
                        waiting: number;
                        /** @description How many of them wait before the first one here. */
                        passed: number;
                        claims: {
                            fact: {
                                id: string;
                                kind: string;
                                provider?: string;
                                group?: string;
                                with?: string;
                                cohort?: string;
                                day?: string;
                                from?: string;
                                to?: string;
                                value?: string;
                                /** @description What the value is counted in. */
                                unit?: string;
                                about?: string;
                                source?: string;
                                method?: string;
                                state: string;
                                /** @description The day on which it came in. */
                                known: string;
                                /** @description The part of who recorded it: never a name. */
                                recordedBy: string;
                                /** @description Whether your organisation recorded it. */
                                isOwn: boolean;
                                replaces?: string;
                                isReplaced: boolean;
                            };
                            participant: string;
                            /** @description The day on which it came in. */
                            since: string;
                            /** @description What the page says is enough to show it. */
                            enough?: string;
                            evidence: {
                                id: string;
                                type: string;
                                bytes: number;
                            }[];
                            /** @description The last day on which the page has it decided. */
                            decideBy?: string;
                            /** @description From today to that day; less than 0 where it went by. */
                            daysLeft?: number;
                            /** @description Whether it counts as verified if nobody decides. */
                            isDeemed: boolean;
                            asked?: {
                                at: string;
                                reason: string;
                                words: string;
                            };
                        }[];
                        /** @description Where the next page begins. */
                        after?: string;
                        /** @description Where the page before ends. */
                        before?: string;
                        providers: {
                            organisation: string;
                            name: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "facts.see_claim": {
        parameters: {
            path: {
                programme: string;
                fact: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        fact: {
                            id: string;
                            kind: string;
                            provider?: string;
                            group?: string;
                            with?: string;
                            cohort?: string;
                            day?: string;
                            from?: string;
                            to?: string;
                            value?: string;
                            /** @description What the value is counted in. */
                            unit?: string;
                            about?: string;
                            source?: string;
                            method?: string;
                            state: string;
                            /** @description The day on which it came in. */
                            known: string;
                            /** @description The part of who recorded it: never a name. */
                            recordedBy: string;
                            /** @description Whether your organisation recorded it. */
                            isOwn: boolean;
                            replaces?: string;
                            isReplaced: boolean;
                        };
                        participant: string;
                        /** @description What the page says is enough to show it. */
                        enough?: string;
                        /** @description The last day for deciding on it. */
                        decideBy?: string;
                        /** @description Whether nobody has decided on it so far. */
                        isWaiting: boolean;
                        asked?: {
                            at: string;
                            reason: string;
                            words: string;
                        };
                        shown: {
                            type: string;
                            bytes: number;
                            at: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "facts.decide": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
                fact: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    finding: "verified" | "rejected";
                    reason?: "nothing shown" | "not enough shown" | "unreadable" | "other person" | "other day" | "other kind" | "did not happen" | "sent twice" | "false records";
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        state: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "facts.ask_for_evidence": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
                fact: string;
            };
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: "nothing shown" | "not enough shown" | "unreadable" | "other person" | "other day";
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asked: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "facts.list_evidence_asked": {
        parameters: {
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        claims: {
                            fact: {
                                id: string;
                                kind: string;
                                provider?: string;
                                group?: string;
                                with?: string;
                                cohort?: string;
                                day?: string;
                                from?: string;
                                to?: string;
                                value?: string;
                                /** @description What the value is counted in. */
                                unit?: string;
                                about?: string;
                                source?: string;
                                method?: string;
                                state: string;
                                /** @description The day on which it came in. */
                                known: string;
                                /** @description The part of who recorded it: never a name. */
                                recordedBy: string;
                                /** @description Whether your organisation recorded it. */
                                isOwn: boolean;
                                replaces?: string;
                                isReplaced: boolean;
                            };
                            participant: string;
                            /** @description What the page says is enough to show it. */
                            enough?: string;
                            /** @description The last day for deciding on it. */
                            decideBy?: string;
                            /** @description Whether nobody has decided on it so far. */
                            isWaiting: boolean;
                            asked?: {
                                at: string;
                                reason: string;
                                words: string;
                            };
                            shown: {
                                type: string;
                                bytes: number;
                                at: string;
                            }[];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "facts.list_draws": {
        parameters: {
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        draws: {
                            number: number;
                            at: string;
                            sentence: string;
                            seed: string;
                            claims: string[];
                            always: string[];
                            drawn: string[];
                        }[];
                        /** @description How many more there are that hold claims which you wrote yourself. */
                        withheld: number;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "facts.draw_claims": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        claims: number;
                        checked: number;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.list_settlements": {
        parameters: {
            query?: {
                before?: number;
                most?: number;
            };
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        settlements: {
                            /** Format: uuid */
                            settlement: string;
                            number: number;
                            /** Format: date */
                            asAt: string;
                            /** Format: date */
                            knownAt: string;
                            currency: string;
                            state: "prepared" | "approved" | "refused" | "set aside";
                            reason?: string;
                            resultHash: string;
                            contractHash: string;
                            engine: string;
                            /** Format: uuid */
                            previous?: string;
                            /** Format: date-time */
                            preparedAt: string;
                            preparedBy?: string;
                            /** Format: date-time */
                            decidedAt?: string;
                            decidedBy?: string;
                            total?: string;
                            paid?: string;
                        }[];
                        before?: number;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.prepare_settlement": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    asAt: string;
                    /** Format: date */
                    knownAt?: string;
                    /** Format: uuid */
                    insteadOf?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        settlement: string;
                        number: number;
                        resultHash: string;
                        total: string;
                        paid: string;
                        currency: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.list_requests": {
        parameters: {
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        requests: {
                            /** Format: uuid */
                            request: string;
                            state: "waiting" | "done" | "refused" | "failed";
                            /** Format: date */
                            asAt: string;
                            /** Format: date-time */
                            askedAt: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.request_settlement": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    asAt: string;
                    /** Format: date */
                    knownAt?: string;
                    /** Format: uuid */
                    insteadOf?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        request: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.read_request": {
        parameters: {
            path: {
                programme: string;
                request: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        state: "waiting" | "done" | "refused" | "failed";
                        step: string;
                        /** Format: date */
                        asAt: string;
                        /** Format: date */
                        knownAt: string;
                        /** Format: uuid */
                        insteadOf?: string;
                        /** Format: uuid */
                        settlement?: string;
                        problems: {
                            code: string;
                            severity: "error" | "warning";
                            at: {
                                source: string;
                                line: number;
                                column: number;
                                endColumn: number;
                                excerpt: string;
                                field?: string;
                            };
                            message: string;
                            help: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.read_settlement": {
        parameters: {
            path: {
                programme: string;
                settlement: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        settlement: {
                            /** Format: uuid */
                            settlement: string;
                            number: number;
                            /** Format: date */
                            asAt: string;
                            /** Format: date */
                            knownAt: string;
                            currency: string;
                            state: "prepared" | "approved" | "refused" | "set aside";
                            reason?: string;
                            resultHash: string;
                            contractHash: string;
                            engine: string;
                            /** Format: uuid */
                            previous?: string;
                            /** Format: date-time */
                            preparedAt: string;
                            preparedBy?: string;
                            /** Format: date-time */
                            decidedAt?: string;
                            decidedBy?: string;
                            total?: string;
                            paid?: string;
                        };
                        versions: number[];
                        statuses: {
                            achieved: number;
                            notAchieved: number;
                            notYetDue: number;
                            notKnown: number;
                            setAside: number;
                        };
                        byProvider: {
                            by: string;
                            lines: number;
                            gross: string;
                            amount: string;
                        }[];
                        byOutcome: {
                            by: string;
                            lines: number;
                            gross: string;
                            amount: string;
                        }[];
                        byMonth: {
                            by: string;
                            lines: number;
                            gross: string;
                            amount: string;
                        }[];
                        changes: {
                            cause: string;
                            changes: number;
                            takenBack: string;
                            paid: string;
                        }[];
                        statements: {
                            payee: string;
                            reference: string;
                            lines: number;
                            owed: string;
                            due?: string;
                            paid?: string;
                            payers: {
                                payer: string;
                                now: string;
                                pays: string;
                            }[];
                            /** Format: date */
                            payBy?: string;
                            /** Format: date */
                            questionBy?: string;
                        }[];
                        reserved?: {
                            attachments: number;
                            amount: string;
                            left: string | null;
                        };
                        problems: {
                            code: string;
                            severity: "error" | "warning";
                            at: {
                                source: string;
                                line: number;
                                column: number;
                                endColumn: number;
                                excerpt: string;
                                field?: string;
                            };
                            message: string;
                            help: string;
                        }[];
                        overtaken?: "facts" | "page" | "erasure";
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.approve_settlement": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
                settlement: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    resultHash: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        settlement: string;
                        /** @constant */
                        state: "approved";
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.refuse_settlement": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
                settlement: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: "facts_wrong" | "page_wrong" | "result_not_clear" | "not_now";
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        settlement: string;
                        /** @constant */
                        state: "refused";
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.set_aside_settlement": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
                settlement: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        settlement: string;
                        /** @constant */
                        state: "set aside";
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.list_lines": {
        parameters: {
            query?: {
                payee?: string;
                after?: number;
                most?: number;
            };
            path: {
                programme: string;
                settlement: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lines: {
                            place: number;
                            line: string;
                            clause: string;
                            /** Format: uuid */
                            participant?: string;
                            cohort?: string;
                            period?: string;
                            provider: string;
                            payer: string;
                            payee: string;
                            outcome: string;
                            number: number | string;
                            group?: string;
                            /** Format: date */
                            day: string;
                            payableOn: string | null;
                            /** Format: date */
                            earnedOn?: string;
                            quantity: string;
                            price: string;
                            gross: string;
                            amount: string;
                            version: number;
                            payers?: {
                                payer: string;
                                amount: string;
                            }[];
                            notPaid: {
                                reason: string;
                                amount: string;
                                clause: string;
                                waitsFor?: {
                                    measure: string;
                                    /** Format: date */
                                    takenOn: string;
                                };
                            }[];
                        }[];
                        after?: number;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.list_changes": {
        parameters: {
            query?: {
                payee?: string;
                after?: number;
                most?: number;
            };
            path: {
                programme: string;
                settlement: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changes: {
                            place: number;
                            line: string;
                            clause: string;
                            outcome: string;
                            /** Format: uuid */
                            participant?: string;
                            provider: string;
                            payee: string;
                            /** Format: date */
                            day?: string;
                            takenBack: string;
                            paid: string;
                            payers: unknown[];
                            cause: {
                                is: string;
                            };
                        }[];
                        after?: number;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.explain_line": {
        parameters: {
            query: {
                line: string;
            };
            path: {
                programme: string;
                settlement: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        paragraphs: string[][];
                        facts: {
                            [key: string]: string;
                        }[];
                        data: unknown;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.explain_own_line": {
        parameters: {
            query: {
                line: string;
            };
            path: {
                programme: string;
                settlement: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        paragraphs: string[][];
                        facts: {
                            [key: string]: string;
                        }[];
                        others: number;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.explain_participant": {
        parameters: {
            path: {
                programme: string;
                settlement: string;
                participant: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        paragraphs: string[][];
                        facts: {
                            [key: string]: string;
                        }[];
                        data: unknown;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.recompute_settlement": {
        parameters: {
            path: {
                programme: string;
                settlement: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        resultHash: string;
                        facts: number;
                        lines: number;
                        erasedSince: number;
                        engines: {
                            was: string;
                            now: string;
                        };
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.read_recomputation": {
        parameters: {
            path: {
                programme: string;
                settlement: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        resultHash: string;
                        last?: {
                            state: string;
                            step: string;
                            /** Format: date-time */
                            askedAt: string;
                            /** Format: date-time */
                            endedAt?: string;
                            facts?: number;
                            lines?: number;
                            erasedSince?: number;
                            engines: {
                                was: string;
                                now?: string;
                            };
                            problems: {
                                code: string;
                                severity: "error" | "warning";
                                at: {
                                    source: string;
                                    line: number;
                                    column: number;
                                    endColumn: number;
                                    excerpt: string;
                                    field?: string;
                                };
                                message: string;
                                help: string;
                            }[];
                        };
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.request_recomputation": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
                settlement: string;
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.settlement_file": {
        parameters: {
            path: {
                programme: string;
                settlement: string;
                what: "result" | "lines" | "changes";
            };
        };
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.payment_file": {
        parameters: {
            query?: {
                payer?: string;
            };
            path: {
                programme: string;
                settlement: string;
            };
        };
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.make_bundle": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
                settlement: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    recipient: string;
                };
            };
        };
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.list_bundles": {
        parameters: {
            path: {
                programme: string;
                settlement: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        facts: number;
                        bundles: {
                            /** Format: uuid */
                            bundle: string;
                            recipient: string;
                            state: string;
                            /** Format: date-time */
                            askedAt: string;
                            /** Format: date-time */
                            endedAt?: string;
                            /** Format: date-time */
                            keptUntil?: string;
                            bytes?: number;
                            facts?: number;
                            lines?: number;
                            digest?: string;
                            problems: {
                                code: string;
                                severity: "error" | "warning";
                                at: {
                                    source: string;
                                    line: number;
                                    column: number;
                                    endColumn: number;
                                    excerpt: string;
                                    field?: string;
                                };
                                message: string;
                                help: string;
                            }[];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.request_bundle": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
                settlement: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    recipient: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        bundle: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.give_bundle": {
        parameters: {
            path: {
                programme: string;
                settlement: string;
                bundle: string;
            };
        };
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.read_statement": {
        parameters: {
            query?: {
                outcome?: string;
                month?: string;
                after?: number;
                most?: number;
            };
            path: {
                programme: string;
                settlement: string;
                payee: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        programme: string;
                        days: string;
                        settlement: {
                            /** Format: uuid */
                            settlement: string;
                            number: number;
                            /** Format: date */
                            asAt: string;
                            /** Format: date */
                            knownAt: string;
                            currency: string;
                            state: "prepared" | "approved" | "refused" | "set aside";
                            reason?: string;
                            resultHash: string;
                            contractHash: string;
                            engine: string;
                            /** Format: uuid */
                            previous?: string;
                            /** Format: date-time */
                            preparedAt: string;
                            preparedBy?: string;
                            /** Format: date-time */
                            decidedAt?: string;
                            decidedBy?: string;
                            total?: string;
                            paid?: string;
                        };
                        statement: {
                            payee: string;
                            reference: string;
                            lines: number;
                            owed: string;
                            due?: string;
                            paid?: string;
                            payers: {
                                payer: string;
                                now: string;
                                pays: string;
                            }[];
                            /** Format: date */
                            payBy?: string;
                            /** Format: date */
                            questionBy?: string;
                        };
                        payer?: string;
                        sums: string[][];
                        reasons: string[][];
                        payable: {
                            what: string;
                            amount: string;
                        }[];
                        columns: {
                            heading: string;
                            side: string;
                        }[];
                        lines: string[][];
                        groups: {
                            outcome: string;
                            month: string;
                            lines: number;
                            owed: string;
                        }[];
                        names: string[];
                        notWorkedOut: string[];
                        after?: number;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.statement_file": {
        parameters: {
            path: {
                programme: string;
                settlement: string;
                payee: string;
                format: "txt" | "csv" | "pdf";
            };
        };
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.list_statements": {
        parameters: {
            query?: {
                payee?: string;
                isOpen?: boolean;
                after?: string;
                most?: number;
            };
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        statements: {
                            /** Format: uuid */
                            settlement: string;
                            number: number;
                            /** Format: date */
                            asAt: string;
                            currency: string;
                            statement: {
                                payee: string;
                                reference: string;
                                lines: number;
                                owed: string;
                                due?: string;
                                paid?: string;
                                payers: {
                                    payer: string;
                                    now: string;
                                    pays: string;
                                }[];
                                /** Format: date */
                                payBy?: string;
                                /** Format: date */
                                questionBy?: string;
                            };
                            payer?: string;
                            confirmed: string;
                        }[];
                        after?: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.read_over_time": {
        parameters: {
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        currency?: string;
                        settlements: {
                            /** Format: uuid */
                            settlement: string;
                            number: number;
                            /** Format: date */
                            asAt: string;
                            paid: string;
                            held: string;
                            unverified: string;
                        }[];
                        outcomes: {
                            month: string;
                            lines: number;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.list_balances": {
        parameters: {
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        currency: string;
                        entries: number;
                        balances: {
                            account: string;
                            amount: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.journal_file": {
        parameters: {
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.list_disputes": {
        parameters: {
            query?: {
                settlement?: string;
                line?: string;
                after?: string;
                most?: number;
            };
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        disputes: {
                            /** Format: uuid */
                            dispute: string;
                            /** Format: uuid */
                            settlement: string;
                            number: number;
                            /** Format: date */
                            asAt: string;
                            payee: string;
                            line?: string;
                            /** Format: uuid */
                            participant?: string;
                            /** Format: date */
                            day?: string;
                            outcome: string;
                            reason: string;
                            /** Format: date-time */
                            openedAt: string;
                            answer?: string;
                            /** Format: date-time */
                            releasedAt?: string;
                        }[];
                        /** Format: uuid */
                        after?: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.open_dispute": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    settlement: string;
                    line: string;
                    reason: "amount_wrong" | "not_paid_wrong" | "taken_back_wrong" | "fact_wrong" | "not_ours";
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        dispute: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.answer_dispute": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
                dispute: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    answer: "stands" | "will_change" | "page_unclear";
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        dispute: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.release_dispute": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
                dispute: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        dispute: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.list_payments": {
        parameters: {
            query?: {
                after?: string;
                most?: number;
            };
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        payments: {
                            /** Format: uuid */
                            payment: string;
                            payer: string;
                            payee: string;
                            bankReference: string;
                            reference: string;
                            amount: string;
                            currency: string;
                            /** Format: date */
                            day: string;
                            /** Format: uuid */
                            settlement: string;
                        }[];
                        /** Format: uuid */
                        after?: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.record_payments": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    payments: {
                        /** @description As the bank has it; never empty. */
                        bankReference: string;
                        reference: string;
                        amount: string;
                        /** @description A day, written as 2027-04-01. */
                        day: string;
                        payer?: string;
                        payee?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recorded: number;
                        knownBefore: number;
                        leftOut: number[];
                        problems: {
                            code: string;
                            severity: "error" | "warning";
                            at: {
                                source: string;
                                line: number;
                                column: number;
                                endColumn: number;
                                excerpt: string;
                                field?: string;
                            };
                            message: string;
                            help: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.record_payment_file": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    csv: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recorded: number;
                        knownBefore: number;
                        leftOut: number[];
                        problems: {
                            code: string;
                            severity: "error" | "warning";
                            at: {
                                source: string;
                                line: number;
                                column: number;
                                endColumn: number;
                                excerpt: string;
                                field?: string;
                            };
                            message: string;
                            help: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.published_figures": {
        parameters: {
            path: {
                programme: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        figures: {
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            to: string;
                            provider: string;
                            outcomes: string[];
                            about?: number;
                            least?: string;
                            most?: string;
                            currency?: string;
                            money: "between" | "suppressed" | "not by the rate card";
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "money.publish_figures": {
        parameters: {
            header?: {
                /** @description Any text of 8 to 200 characters. The same key with the same request is done once and answered alike. */
                "Idempotency-Key"?: components["parameters"]["once"];
            };
            path: {
                programme: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    rhythm: "month" | "quarter" | "year";
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                        figures: number;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "record.read": {
        parameters: {
            query?: {
                chain?: string;
                after?: number;
                most?: number;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: {
                            number: number;
                            /** Format: date-time */
                            at: string;
                            act: string;
                            /** Format: uuid */
                            account?: string;
                            /** Format: uuid */
                            organisation?: string;
                            about: {
                                [key: string]: unknown;
                            };
                            fingerprint?: string;
                            hash: string;
                        }[];
                        after?: number;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "record.verify": {
        parameters: {
            query?: {
                chain?: string;
                head?: string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: number;
                        head: string;
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "record.export": {
        parameters: {
            query?: {
                chain?: string;
            };
        };
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
    "record.read_left_undone": {
        parameters: {
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        left: {
                            part: string;
                            /** Format: uuid */
                            programme: string;
                            name: string;
                            /** Format: uuid */
                            about?: string;
                            codes: string[];
                            /** Format: date-time */
                            since: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problems"];
            "5XX": components["responses"]["problems"];
        };
    };
}
