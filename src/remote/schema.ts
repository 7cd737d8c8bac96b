// Made from the API's document by openapi-typescript: npm run make:api-client. Not to be changed by hand.
// 4c194efdf080e02fc25a5d6a047758c27e496a9b0e00a5ccef15883586b35e12

export interface paths {
    "/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List articles */
        get: operations["getArticles"];
        put?: never;
        /** Bring in an article */
        post: operations["postArticles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An article with its text */
        get: operations["getArticle"];
        /** Save what stands about an article */
        put: operations["putArticle"];
        post?: never;
        /** Put an article with its bitexts, or a translation, into the trash */
        delete: operations["deleteArticle"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{id}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Store a new revision of the text */
        put: operations["putArticlesText"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{id}/translations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Align a further translation */
        post: operations["postArticlesTranslations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The revisions of an article, two of them compared word by word */
        get: operations["getArticlesRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/memories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring in a translation memory or a table: TMX, XLIFF, CSV, TSV, XLSX, JSON Lines */
        post: operations["postMemories"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/aligned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Store two segmented texts as another tool has aligned them */
        post: operations["postBitextsAligned"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List bitexts */
        get: operations["getBitexts"];
        put?: never;
        /** Align two texts */
        post: operations["postBitexts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A bitext and how far it has come */
        get: operations["getBitext"];
        put?: never;
        post?: never;
        /** Put a bitext into the trash */
        delete: operations["deleteBitext"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a bitext into the archive */
        post: operations["postBitextsArchive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a bitext back from the archive */
        post: operations["postBitextsRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Several bitexts as one file */
        get: operations["getExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A bitext as a file */
        get: operations["getBitextsExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/{id}/title": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give a bitext another title */
        put: operations["putBitextsTitle"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/{id}/date": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the day of the source article, by which posts are checked */
        put: operations["putBitextsDate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/{id}/glossaries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Let a bitext go by glossaries of its own */
        put: operations["putBitextsGlossaries"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/{id}/check-profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Let a bitext be checked by a profile of its own */
        put: operations["putBitextsCheckProfile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop an alignment */
        post: operations["postBitextsCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/{id}/align": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin an alignment again that has failed or was stopped */
        post: operations["postBitextsAlign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows of a bitext, in order */
        get: operations["getBitextsRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/{id}/edits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change rows of a bitext */
        post: operations["postBitextsEdits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back one’s last edit */
        post: operations["postBitextsUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/{id}/redo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do again what was taken back */
        post: operations["postBitextsRedo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/{id}/realign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What aligning again would change */
        get: operations["getBitextsRealign"];
        put?: never;
        /** Align some rows again */
        post: operations["postBitextsRealign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/{id}/replacements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What replacing a text in the translation would change */
        get: operations["getBitextsReplacements"];
        put?: never;
        /** Replace a text in the translation */
        post: operations["postBitextsReplacements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/{id}/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lay rows out again as the aligner proposed them */
        post: operations["postBitextsProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/{id}/confirm-by-confidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many rows to review are at least so probable */
        get: operations["getBitextsConfirmByConfidence"];
        put?: never;
        /** Confirm all rows to review that are at least so probable */
        post: operations["postBitextsConfirmByConfidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last edits of a bitext */
        get: operations["getBitextsHistory"];
        put?: never;
        /** Take back one of one’s edits and all of one’s own after it */
        post: operations["postBitextsHistory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The comments of a bitext */
        get: operations["getBitextsComments"];
        put?: never;
        /** Comment on a segment */
        post: operations["postBitextsComments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/{id}/comments/{comment}/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a comment */
        post: operations["postBitextsCommentsReplies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/{id}/comments/{comment}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Settle the thread of a comment, or open it again */
        post: operations["postBitextsCommentsResolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/{id}/comments/{comment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a comment of one’s own */
        delete: operations["deleteBitextsComments"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Alignments that wait, run or have failed */
        get: operations["getJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/{id}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the checks find in a bitext */
        get: operations["getBitextsFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the checks find in all bitexts */
        get: operations["getFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dismissals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Findings of which somebody said that they are none */
        get: operations["getDismissals"];
        put?: never;
        /** Say that a finding is none */
        post: operations["postDismissals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dismissals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Let a finding be found again */
        delete: operations["deleteDismissal"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/check-profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The check profiles */
        get: operations["getCheckProfiles"];
        put?: never;
        /** Store a check profile, in the place of one of the same name */
        post: operations["postCheckProfiles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/check-profiles/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring in a check profile, or a checklist of another tool */
        post: operations["postCheckProfilesImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/check-profiles/active": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Let all bitexts that have no profile of their own be checked by one */
        put: operations["putCheckProfilesActive"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/check-profiles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A check profile */
        get: operations["getCheckProfile"];
        put?: never;
        post?: never;
        /** Delete a check profile */
        delete: operations["deleteCheckProfile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Translations and the work on them */
        get: operations["getWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/{id}/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The work on a translation */
        get: operations["getBitextsWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/{id}/assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say who translates and revises, and until when */
        put: operations["putBitextsAssignment"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a translation to review */
        post: operations["postBitextsSubmit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Return a translation to its translator */
        post: operations["postBitextsReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/{id}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign off a translation */
        post: operations["postBitextsSign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish a translation, which locks it */
        post: operations["postBitextsPublish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/{id}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Unlock a published translation */
        post: operations["postBitextsUnlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people of the desk */
        get: operations["getPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one is told, the last first */
        get: operations["getNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark notices as read */
        post: operations["postNoticesRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the desk has settled for all */
        get: operations["getDesk"];
        /** Settle it */
        put: operations["putDesk"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/concepts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List concepts */
        get: operations["getConcepts"];
        put?: never;
        /** Add a concept */
        post: operations["postConcepts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/concepts/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Look concepts up by the words of their terms */
        get: operations["getConceptsSearch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/concepts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A concept */
        get: operations["getConcept"];
        /** Put a concept in the place of what is there */
        put: operations["putConcept"];
        post?: never;
        /** Delete a concept; the history brings it back */
        delete: operations["deleteConcept"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/glossary/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring in a glossary: TBX, MultiTerm XML, CSV, TSV, XLSX, JSON */
        post: operations["postGlossaryImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/glossary/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The glossary as a file */
        get: operations["getGlossaryExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/glossaries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The glossaries */
        get: operations["getGlossaries"];
        /** Name, switch and order glossaries */
        put: operations["putGlossaries"];
        /** Make a glossary, or find the one of this name */
        post: operations["postGlossaries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/glossary/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last changes of the glossaries */
        get: operations["getGlossaryHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/glossary/history/{batch}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a change of the glossaries back */
        post: operations["postGlossaryHistoryUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the newest bitexts propose for the glossary */
        get: operations["getCandidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/{id}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a bitext proposes for the glossary */
        get: operations["getBitextsCandidates"];
        put?: never;
        /** Take a candidate into the glossary */
        post: operations["postBitextsCandidates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/{id}/candidates/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Never propose a candidate again, in any bitext of these languages */
        post: operations["postBitextsCandidatesReject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bitexts/{id}/candidates/unreject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a rejected candidate be proposed again */
        post: operations["postBitextsCandidatesUnreject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/concordance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where words stand in all bitexts */
        get: operations["getConcordance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the memory has for a sentence */
        get: operations["getLookup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/concepts/{id}/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How often each term of a concept is used, by month */
        get: operations["getConceptsUses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trash": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What lies in the trash */
        get: operations["getTrash"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trash/empty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Delete everything in the trash for good */
        post: operations["postTrashEmpty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trash/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How long things lie in the trash */
        get: operations["getTrashDays"];
        /** Say how long things lie in the trash */
        put: operations["putTrashDays"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trash/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring back a bitext, an article or a revision */
        post: operations["postTrashRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trash/{id}/restore-concepts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring back concepts */
        post: operations["postTrashRestoreConcepts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trash/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete something in the trash for good */
        delete: operations["deleteTrash"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{id}/revisions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Put an earlier revision of an article into the trash */
        delete: operations["deleteArticlesRevisions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The webhooks */
        get: operations["getWebhooks"];
        put?: never;
        /** Have an address told what happens */
        post: operations["postWebhooks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A webhook */
        get: operations["getWebhook"];
        /** Change a webhook, or switch it on or off */
        put: operations["putWebhook"];
        post?: never;
        /** Delete a webhook and its log */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a new secret; for a day messages are signed by both */
        post: operations["postWebhooksSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a webhook was told, the last first */
        get: operations["getWebhooksDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/deliveries/{event}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell a webhook an event again, or at once */
        post: operations["postWebhooksDeliveriesRedeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description RFC 9457 */
        Problem: {
            type: string;
            /** @description what is wrong, in a word: not-found, conflict, bad-request … */
            code: string;
            status: number;
            /** @description what is wrong */
            title: string;
            /** @description where, and why */
            detail: string;
            /** @description what to do */
            hint: string;
        };
        Article: {
            id: number;
            language: string;
            title: string;
            publisher: string;
            author: string;
            /** @description a day, ISO 8601; empty where it is not known */
            published: string;
            address: string;
            licence: string;
            translationOf: number | null;
            /** Format: date-time */
            createdAt: string;
            version: number;
        };
        WholeArticle: {
            id: number;
            language: string;
            title: string;
            publisher: string;
            author: string;
            /** @description a day, ISO 8601; empty where it is not known */
            published: string;
            address: string;
            licence: string;
            translationOf: number | null;
            /** Format: date-time */
            createdAt: string;
            version: number;
            /** @description of the text; sent with a new one, it is refused where the text has changed since */
            revision: number;
            /** @description paragraphs with an empty line between */
            text: string;
            labels: {
                /** @enum {string} */
                kind: "desk" | "topic" | "client";
                name: string;
            }[];
            translations: {
                article: number;
                language: string;
                bitext: number;
            }[];
        };
        ImportFinding: {
            code: string;
            /** @enum {string} */
            severity: "info" | "warning" | "error";
            place: string;
            /** @description in words */
            message: string;
        };
        Bitext: {
            id: number;
            title: string;
            sourceLanguage: string;
            targetLanguage: string;
            /** @enum {string} */
            state: "queued" | "aligning" | "ready" | "failed" | "importing" | "deleting";
            /** @description while it is being aligned */
            progress: number;
            /** @description why the alignment failed */
            problem: string | null;
            archived: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description how far the review has come */
            rows: {
                all: number;
                confirmed: number;
                flagged: number;
                excluded: number;
                doubtful: number;
            };
        };
        Row: {
            id: number;
            /** @description of its texts, status and note; sent as `seen`, an edit is refused where the row has changed since */
            version: string;
            /** @enum {string} */
            status: "proposed" | "confirmed" | "flagged" | "excluded";
            /** @description how probable it is that the row is right; null where a person made it */
            confidence: number | null;
            note: string;
            source: {
                id: number;
                text: string;
                /** @enum {string} */
                kind: "headline" | "dek" | "byline" | "dateline" | "heading" | "body" | "quote" | "list-item" | "caption" | "credit" | "note" | "boilerplate";
                paragraph: number;
            }[];
            target: {
                id: number;
                text: string;
                /** @enum {string} */
                kind: "headline" | "dek" | "byline" | "dateline" | "heading" | "body" | "quote" | "list-item" | "caption" | "credit" | "note" | "boilerplate";
                paragraph: number;
            }[];
        };
        Edit: {
            /** @description the number of the edit; those of a bitext follow each other */
            seq: number;
            /** @description what was done, in words */
            label: string;
            /** @description rows that are gone or changed */
            removed: number[];
            /** @description rows that are there now */
            rows: components["schemas"]["Row"][];
        };
        HistoryEntry: {
            seq: number;
            /** @description what was done, in words */
            label: string;
            /** Format: date-time */
            at: string;
            /** @description of its author; empty where none was given */
            name: string;
            own: boolean;
            stands: boolean;
            rows: {
                row: number;
                number: number;
            }[];
            /** @description of an edit of one text */
            text: {
                /** @enum {string} */
                side: "source" | "target";
                before: string;
                after: string;
            } | null;
        };
        Comment: {
            id: number;
            /** @enum {string} */
            side: "source" | "target";
            segment: number;
            /** @description of its author; empty where none was given */
            name: string;
            /** @description whether it is of who asks */
            own: boolean;
            /** Format: date-time */
            at: string;
            text: string;
            /** @description the comment that begins its thread; null of one that begins one */
            replyTo: number | null;
            /** @description who settled the thread that it begins, and when; null while it is open */
            resolved: {
                name: string;
                /** Format: date-time */
                at: string;
            } | null;
        };
        Job: {
            bitext: number;
            /** @enum {string} */
            state: "queued" | "aligning" | "failed";
            progress: number;
            problem: string | null;
        };
        Finding: {
            code: string;
            /** @enum {string} */
            severity: "error" | "warning" | "hint";
            /** @description in words */
            reason: string | null;
            found: string;
            expected: string;
            /** @description what to write instead, where that is certain */
            suggestion: string | null;
            /** @description the first of the rows in which it stands */
            rows: {
                row: number;
                number: number;
            }[];
            /** @description in how many rows it stands */
            count: number;
            /** @description what it is dismissed by, itself alone */
            key: string;
            /** @description what all are dismissed by that say the same */
            same: string;
        };
        Dismissal: {
            id: number;
            finding: string;
            /** @description null where it is none anywhere */
            bitext: number | null;
            reason: string;
            /** Format: date-time */
            at: string;
        };
        CheckProfile: {
            name: string;
            /**
             * @description what is not named matters as the check itself says
             * @default {}
             */
            levels: {
                [key: string]: "off" | "error" | "warning" | "hint";
            };
            /** @default [] */
            patterns: {
                name: string;
                /** @default true */
                isOn: boolean;
                /**
                 * @default warning
                 * @enum {string}
                 */
                severity: "error" | "warning" | "hint";
                searches: {
                    /** @enum {string} */
                    side: "source" | "target";
                    /** @description a regular expression, as JavaScript has them with the flag u */
                    expression: string;
                    /** @default false */
                    matchCase: boolean;
                    /**
                     * @description whether it must not be there
                     * @default false
                     */
                    absent: boolean;
                }[];
            }[];
            id: number;
            /** @description whether it is that of all bitexts that have none of their own */
            active: boolean;
        };
        ListedWork: {
            bitext: number;
            /**
             * @description what is published is locked
             * @enum {string}
             */
            state: "new" | "assigned" | "review" | "reviewed" | "published";
            /** @description the id of an account, as /people lists it; empty for nobody */
            translator: string;
            /** @description the id of an account, as /people lists it; empty for nobody */
            reviser: string;
            /** @description a day, ISO 8601; empty for none */
            dueOn: string | "";
            /** @description the id of an account, as /people lists it; empty for nobody */
            signedBy: string;
            overdue: boolean;
            /** @description where it can go from here */
            moves: ("submit" | "return" | "sign" | "publish" | "unlock")[];
            title: string;
            sourceLanguage: string;
            targetLanguage: string;
        };
        Work: {
            bitext: number;
            /**
             * @description what is published is locked
             * @enum {string}
             */
            state: "new" | "assigned" | "review" | "reviewed" | "published";
            /** @description the id of an account, as /people lists it; empty for nobody */
            translator: string;
            /** @description the id of an account, as /people lists it; empty for nobody */
            reviser: string;
            /** @description a day, ISO 8601; empty for none */
            dueOn: string | "";
            /** @description the id of an account, as /people lists it; empty for nobody */
            signedBy: string;
            overdue: boolean;
            /** @description where it can go from here */
            moves: ("submit" | "return" | "sign" | "publish" | "unlock")[];
        };
        Notice: {
            id: number;
            /** @enum {string} */
            kind: "mention" | "reply" | "assigned" | "review" | "returned";
            bitext: number;
            title: string;
            /** @description of the comment; empty where it tells of none */
            text: string;
            row: number | null;
            /** @description who has done it */
            name: string;
            /** Format: date-time */
            at: string;
            read: boolean;
        };
        Desk: {
            /** @description nobody signs for words of their own */
            fourEyes: boolean;
        };
        NewDesk: {
            /** @description nobody signs for words of their own */
            fourEyes: boolean;
        };
        Concept: {
            /** @enum {string} */
            kind: "person" | "organisation" | "role" | "place" | "event" | "term";
            /** @default  */
            definition: string;
            /** @default  */
            note: string;
            terms: components["schemas"]["Term"][];
            subjectField?: string;
            image?: string;
            ids?: {
                [key: string]: string;
            };
            source?: string;
            relations?: {
                /** @enum {string} */
                kind: "holds" | "belongs-to";
                to: number;
                of?: number;
                /** @default  */
                since: string;
                /** @default  */
                until: string;
            }[];
            /** @enum {string} */
            state?: "proposed" | "approved";
            owner?: string;
            id: number;
            glossary: number;
            decidedBy?: string;
            /** @description sent with a change, it is refused where the concept has changed since */
            version: string;
        };
        Term: {
            language: string;
            text: string;
            /**
             * @default preferred
             * @enum {string}
             */
            status: "preferred" | "admitted" | "deprecated" | "forbidden";
            /** @default  */
            partOfSpeech: string;
            /**
             * @default
             * @enum {string}
             */
            gender: "masculine" | "feminine" | "neuter" | "common" | "";
            /** @default  */
            note: string;
            /** @enum {string} */
            type?: "fullForm" | "shortForm" | "acronym" | "abbreviation" | "variant";
            /** @enum {string} */
            number?: "singular" | "plural";
            /** @enum {string} */
            register?: "neutral" | "formal" | "colloquial" | "technical" | "bureaucratic";
            forms?: string[];
            reason?: string;
            instead?: string;
            source?: string;
            rules?: ("exact-case" | "whole-word")[];
        };
        NewTerm: {
            language: string;
            text: string;
            /**
             * @default preferred
             * @enum {string}
             */
            status?: "preferred" | "admitted" | "deprecated" | "forbidden";
            /** @default  */
            partOfSpeech?: string;
            /**
             * @default
             * @enum {string}
             */
            gender?: "masculine" | "feminine" | "neuter" | "common" | "";
            /** @default  */
            note?: string;
            /** @enum {string} */
            type?: "fullForm" | "shortForm" | "acronym" | "abbreviation" | "variant";
            /** @enum {string} */
            number?: "singular" | "plural";
            /** @enum {string} */
            register?: "neutral" | "formal" | "colloquial" | "technical" | "bureaucratic";
            forms?: string[];
            reason?: string;
            instead?: string;
            source?: string;
            rules?: ("exact-case" | "whole-word")[];
        };
        Candidate: {
            /** @description that shows it */
            bitext: number;
            sourceLanguage: string;
            targetLanguage: string;
            /** @enum {string} */
            kind: "person" | "organisation" | "role" | "place" | "event" | "term";
            source: string;
            target: string;
            /** @enum {string} */
            gender: "masculine" | "feminine" | "";
            acronyms: {
                source?: string;
                target?: string;
            };
            score: number;
            /** @description in how many rows both stand */
            count: number;
            /** @description the first of them */
            row: {
                id: number;
                source: string;
                target: string;
            };
            /** @description a concept that has one of its terms already */
            near: number | null;
        };
        ConcordanceLine: {
            bitext: number;
            title: string;
            row: number;
            /**
             * @description on which the words stand
             * @enum {string}
             */
            side: "source" | "target";
            sourceLanguage: string;
            targetLanguage: string;
            /** @enum {string} */
            status: "proposed" | "confirmed" | "flagged" | "excluded";
            publisher: string;
            day: string;
            source: {
                text: string;
                /** @description what was looked for, or its likely translation */
                marked: boolean;
            }[];
            target: {
                text: string;
                /** @description what was looked for, or its likely translation */
                marked: boolean;
            }[];
        };
        MemoryMatch: {
            /** @description how alike, in per cent */
            score: number;
            bitext: number;
            title: string;
            row: number;
            /** @enum {string} */
            status: "proposed" | "confirmed" | "flagged" | "excluded";
            source: string;
            target: string;
            updatedAt: string;
            /** @description what other tools noted about it */
            props: {
                name: string;
                value: string;
            }[];
        };
        TrashEntry: {
            id: number;
            /** @enum {string} */
            kind: "bitext" | "article" | "translation" | "revision" | "concepts";
            title: string;
            /** @description of a bitext or an article its own, of a revision that within its article, of concepts how many they were */
            number: number;
            /** @description the name of who deleted it; empty where that is not known */
            author: string;
            /** Format: date-time */
            at: string;
            /**
             * Format: date-time
             * @description when it goes for good
             */
            until: string;
        };
        Restored: {
            place: {
                /** @enum {string} */
                kind: "bitext" | "article" | "concepts";
                /** @description of the bitext, the article or the concept; 0 for several concepts */
                number: number;
            };
            /** @description what it belongs to and lay in the trash, too */
            with: {
                id: number;
                /** @enum {string} */
                kind: "bitext" | "article" | "translation" | "revision" | "concepts";
                title: string;
                /** @description of a bitext or an article its own, of a revision that within its article, of concepts how many they were */
                number: number;
                /** @description the name of who deleted it; empty where that is not known */
                author: string;
                /** Format: date-time */
                at: string;
            }[];
        };
        Webhook: {
            id: number;
            url: string;
            /** @description that it is told; none for all */
            events: ("bitext.ready" | "bitext.failed" | "rows.edited" | "rows.confirmed" | "translation.moved" | "concepts.changed")[];
            active: boolean;
            /** Format: date-time */
            createdAt: string;
            /** @description how many events wait for it */
            waiting: number;
            /** @description null where it does not fail */
            failingSince: string | null;
        };
        Delivery: {
            event: number;
            /** @description webhook-id of the message */
            id: string;
            type: string;
            /** Format: date-time */
            at: string;
            data: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            state: "waiting" | "delivered";
            attempts: number;
            /** @description of the last attempt; empty where there was none */
            attemptedAt: string;
            /** @description what was answered; null where nothing was */
            status: number | null;
            /** @description what went wrong; empty where nothing did */
            failure: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getArticles: {
        parameters: {
            query?: {
                /** @description `next` of the page before this one */
                cursor?: string;
                /** @description the most that is answered */
                limit?: number;
                language?: string;
                publisher?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List articles */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Article"][];
                        next: string | null;
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postArticles: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                    /** @description tag or name; detected if not given */
                    language?: string;
                    /** @default  */
                    publisher?: string;
                    /** @default  */
                    author?: string;
                    /** @default  */
                    published?: string | "";
                    /** @default  */
                    licence?: string;
                    /** @default  */
                    title?: string;
                };
            };
        };
        responses: {
            /** @description Bring in an article */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeArticle"];
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An article with its text */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeArticle"];
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putArticle: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    title?: string;
                    /** @default  */
                    publisher?: string;
                    /** @default  */
                    author?: string;
                    /** @default  */
                    published?: string | "";
                    /** @default  */
                    address?: string;
                    /** @default  */
                    licence?: string;
                    /** @default  */
                    desk?: string;
                    /** @default  */
                    topic?: string;
                    /** @default  */
                    client?: string;
                    /** @description of the article as it was read */
                    version: number;
                };
            };
        };
        responses: {
            /** @description Save what stands about an article */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeArticle"];
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteArticle: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Put an article with its bitexts, or a translation, into the trash */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putArticlesText: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                    revision: number;
                };
            };
        };
        responses: {
            /** @description Store a new revision of the text */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        article: components["schemas"]["WholeArticle"];
                        /** @description the bitexts that take the place of those of the old text, and what has become of reviewed rows */
                        bitexts: {
                            id: number;
                            from: number;
                            language: string;
                            kept: number;
                            changed: number;
                            lost: number;
                        }[];
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postArticlesTranslations: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                    /** @description tag or name; detected if not given */
                    language?: string;
                    /** @default  */
                    title?: string;
                };
            };
        };
        responses: {
            /** @description Align a further translation */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bitext: number;
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getArticlesRevisions: {
        parameters: {
            query?: {
                /** @description a number; that before the other if not given */
                from?: number;
                /** @description a number; the newest if not given */
                to?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The revisions of an article, two of them compared word by word */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description the newest first */
                        items: {
                            id: number;
                            number: number;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        from: number;
                        to: number;
                        paragraphs: ({
                            parts: {
                                text: string;
                                change: ("ins" | "del") | null;
                            }[];
                        } | {
                            same: number;
                        })[];
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postMemories: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description with the ending of its format, such as memory.tmx */
                    name: string;
                    /** @description of the file: its text, or its bytes as base64 */
                    content: string;
                    /**
                     * @default text
                     * @enum {string}
                     */
                    encoding?: "text" | "base64";
                    /** @description by default the languages of the first unit */
                    from?: string;
                    to?: string;
                    /** @default  */
                    title?: string;
                };
            };
        };
        responses: {
            /** @description Bring in a translation memory or a table: TMX, XLIFF, CSV, TSV, XLSX, JSON Lines */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bitext: number;
                        units: number;
                        findings: components["schemas"]["ImportFinding"][];
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postBitextsAligned: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description a text cut into segments, a line each */
                    source: {
                        /**
                         * @description with the ending of its format, such as memory.tmx
                         * @default text.txt
                         */
                        name?: string;
                        /** @description of the file: its text, or its bytes as base64 */
                        content: string;
                        /**
                         * @default text
                         * @enum {string}
                         */
                        encoding?: "text" | "base64";
                        /** @description tag or name; detected if not given */
                        language?: string;
                    };
                    /** @description a text cut into segments, a line each */
                    target: {
                        /**
                         * @description with the ending of its format, such as memory.tmx
                         * @default text.txt
                         */
                        name?: string;
                        /** @description of the file: its text, or its bytes as base64 */
                        content: string;
                        /**
                         * @default text
                         * @enum {string}
                         */
                        encoding?: "text" | "base64";
                        /** @description tag or name; detected if not given */
                        language?: string;
                    };
                    /** @description a ladder of hunalign, or beads as vecalign has them; without it line goes with line */
                    alignment?: {
                        /**
                         * @description with the ending of its format, such as memory.tmx
                         * @default alignment
                         */
                        name?: string;
                        /** @description of the file: its text, or its bytes as base64 */
                        content: string;
                        /**
                         * @default text
                         * @enum {string}
                         */
                        encoding?: "text" | "base64";
                    };
                    /** @default  */
                    title?: string;
                };
            };
        };
        responses: {
            /** @description Store two segmented texts as another tool has aligned them */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bitext: number;
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBitexts: {
        parameters: {
            query?: {
                /** @description `next` of the page before this one */
                cursor?: string;
                /** @description the most that is answered */
                limit?: number;
                archived?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List bitexts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Bitext"][];
                        next: string | null;
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postBitexts: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    source: {
                        /** @description the text itself */
                        text?: string;
                        /**
                         * Format: uri
                         * @description or the address of its page, which is fetched
                         */
                        address?: string;
                        /** @description or a file: a text, HTML, Markdown, Word, OpenDocument, PDF … */
                        file?: {
                            /** @description with the ending of its format, such as memory.tmx */
                            name: string;
                            /** @description of the file: its text, or its bytes as base64 */
                            content: string;
                            /**
                             * @default text
                             * @enum {string}
                             */
                            encoding?: "text" | "base64";
                        };
                        /** @description tag or name; detected if not given */
                        language?: string;
                    };
                    target: {
                        /** @description the text itself */
                        text?: string;
                        /**
                         * Format: uri
                         * @description or the address of its page, which is fetched
                         */
                        address?: string;
                        /** @description or a file: a text, HTML, Markdown, Word, OpenDocument, PDF … */
                        file?: {
                            /** @description with the ending of its format, such as memory.tmx */
                            name: string;
                            /** @description of the file: its text, or its bytes as base64 */
                            content: string;
                            /**
                             * @default text
                             * @enum {string}
                             */
                            encoding?: "text" | "base64";
                        };
                        /** @description tag or name; detected if not given */
                        language?: string;
                    };
                    /**
                     * @description the title of the source if not given
                     * @default
                     */
                    title?: string;
                };
            };
        };
        responses: {
            /** @description Align two texts */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        title: string;
                        sourceLanguage: string;
                        targetLanguage: string;
                        /** @enum {string} */
                        state: "queued" | "aligning" | "ready" | "failed" | "importing" | "deleting";
                        /** @description while it is being aligned */
                        progress: number;
                        /** @description why the alignment failed */
                        problem: string | null;
                        archived: boolean;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        /** @description how far the review has come */
                        rows: {
                            all: number;
                            confirmed: number;
                            flagged: number;
                            excluded: number;
                            doubtful: number;
                        };
                        /** @description what was noticed while they were read */
                        findings: components["schemas"]["ImportFinding"][];
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBitext: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A bitext and how far it has come */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bitext"];
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteBitext: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Put a bitext into the trash */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postBitextsArchive: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Put a bitext into the archive */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bitext"];
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postBitextsRestore: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bring a bitext back from the archive */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bitext"];
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getExport: {
        parameters: {
            query: {
                bitext: number[];
                format?: "tmx" | "xliff" | "xliff2" | "tsv" | "csv" | "jsonl" | "beads" | "ladder" | "tei" | "html" | "srt" | "xlsx" | "docx";
                status?: "all" | "confirmed";
                /** @description in per cent */
                minConfidence?: number;
                /** @description of language codes in a TMX */
                regions?: "with" | "without";
                /** @description write repeated units of a TMX once */
                unique?: "on";
                /** @description in a TMX, what comes before and after each unit */
                context?: "on";
                /** @description with the notes that reviewers wrote for each other */
                notes?: "on";
                kind: ("headline" | "dek" | "byline" | "dateline" | "heading" | "body" | "quote" | "list-item" | "caption" | "credit" | "note" | "boilerplate")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Several bitexts as one file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBitextsExport: {
        parameters: {
            query?: {
                format?: "tmx" | "xliff" | "xliff2" | "tsv" | "csv" | "jsonl" | "beads" | "ladder" | "tei" | "html" | "srt" | "xlsx" | "docx";
                status?: "all" | "confirmed";
                /** @description in per cent */
                minConfidence?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A bitext as a file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putBitextsTitle: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                };
            };
        };
        responses: {
            /** @description Give a bitext another title */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putBitextsDate: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    day: string | "";
                };
            };
        };
        responses: {
            /** @description Set the day of the source article, by which posts are checked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        day: string | "";
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putBitextsGlossaries: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description in order; none for the active ones */
                    glossaries: number[];
                };
            };
        };
        responses: {
            /** @description Let a bitext go by glossaries of its own */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        glossaries: number[];
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putBitextsCheckProfile: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description null for that of all bitexts */
                    profile: number | null;
                };
            };
        };
        responses: {
            /** @description Let a bitext be checked by a profile of its own */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postBitextsCancel: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stop an alignment */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postBitextsAlign: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begin an alignment again that has failed or was stopped */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBitextsRows: {
        parameters: {
            query?: {
                /** @description `next` of the page before this one */
                cursor?: string;
                /** @description the most that is answered */
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rows of a bitext, in order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Row"][];
                        next: string | null;
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postBitextsEdits: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    seen?: {
                        [key: string]: string;
                    };
                    /** @constant */
                    action: "setStatus";
                    beads?: number[];
                    /** @enum {string} */
                    status?: "proposed" | "confirmed" | "flagged" | "excluded";
                    note?: string;
                } | {
                    seen?: {
                        [key: string]: string;
                    };
                    /** @constant */
                    action: "merge";
                    bead: number;
                } | {
                    seen?: {
                        [key: string]: string;
                    };
                    /** @constant */
                    action: "mergeRun";
                    beads?: number[];
                } | {
                    seen?: {
                        [key: string]: string;
                    };
                    /** @constant */
                    action: "swap";
                    bead: number;
                } | {
                    seen?: {
                        [key: string]: string;
                    };
                    /** @constant */
                    action: "splitRow";
                    bead: number;
                    /** @enum {string} */
                    side: "source" | "target";
                    segment: number;
                } | {
                    seen?: {
                        [key: string]: string;
                    };
                    /** @constant */
                    action: "move";
                    /** @enum {string} */
                    side: "source" | "target";
                    segment: number;
                    /** @enum {string} */
                    to: "previous" | "next";
                } | {
                    seen?: {
                        [key: string]: string;
                    };
                    /** @constant */
                    action: "rewrite";
                    /** @enum {string} */
                    side: "source" | "target";
                    segment: number;
                    text: string;
                } | {
                    seen?: {
                        [key: string]: string;
                    };
                    /** @constant */
                    action: "splitSegment";
                    /** @enum {string} */
                    side: "source" | "target";
                    segment: number;
                    offset: number;
                } | {
                    seen?: {
                        [key: string]: string;
                    };
                    /** @constant */
                    action: "join";
                    /** @enum {string} */
                    side: "source" | "target";
                    segment: number;
                } | {
                    seen?: {
                        [key: string]: string;
                    };
                    /** @constant */
                    action: "shift";
                    /** @enum {string} */
                    side: "source" | "target";
                    segment: number;
                    /** @enum {string} */
                    to: "previous" | "next";
                } | {
                    seen?: {
                        [key: string]: string;
                    };
                    /** @constant */
                    action: "detach";
                    /** @enum {string} */
                    side: "source" | "target";
                    segment: number;
                } | {
                    seen?: {
                        [key: string]: string;
                    };
                    /** @constant */
                    action: "moveToRow";
                    /** @enum {string} */
                    side: "source" | "target";
                    segment: number;
                    to: number;
                } | {
                    seen?: {
                        [key: string]: string;
                    };
                    /** @constant */
                    action: "link";
                    source: number;
                    target: number;
                } | {
                    seen?: {
                        [key: string]: string;
                    };
                    /** @constant */
                    action: "regroup";
                    beads?: number[];
                    groups: {
                        source: number[];
                        target: number[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Change rows of a bitext */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Edit"];
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postBitextsUndo: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take back one’s last edit */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Edit"];
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postBitextsRedo: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Do again what was taken back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Edit"];
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBitextsRealign: {
        parameters: {
            query: {
                /** @description from which on */
                row: number;
                /** @description up to which; to the next confirmed one if not given */
                to?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What aligning again would change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description sent with the realignment, it is refused where the rows have changed since */
                        key: string;
                        passages: {
                            now: {
                                source: string[];
                                target: string[];
                                confidence: number | null;
                            }[];
                            proposed: {
                                source: string[];
                                target: string[];
                                confidence: number | null;
                            }[];
                        }[];
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postBitextsRealign: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description from which on */
                    row: number;
                    /** @description up to which; to the next confirmed one if not given */
                    to?: number;
                    /** @description of the preview that is accepted */
                    key?: string;
                };
            };
        };
        responses: {
            /** @description Align some rows again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Edit"];
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBitextsReplacements: {
        parameters: {
            query: {
                find: string;
                /** @description $1 and the like stand for what groups of a regular expression found */
                with: string;
                regex?: "true" | "false";
                word?: "true" | "false";
                case?: "true" | "false";
                /** @description `next` of the page before this one */
                cursor?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What replacing a text in the translation would change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            segment: number;
                            row: number;
                            /** @description of the row, from 1 */
                            number: number;
                            from: string;
                            to: string;
                            /** @description sent with the replacement, it is refused where the text has changed since */
                            key: string;
                        }[];
                        next: string | null;
                        count: number;
                        /** @description of all of them */
                        key: string;
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postBitextsReplacements: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    find: string;
                    /** @description $1 and the like stand for what groups of a regular expression found */
                    with: string;
                    /** @default false */
                    regex?: boolean;
                    /**
                     * @description whole words only
                     * @default false
                     */
                    word?: boolean;
                    /**
                     * @description whether capitals count
                     * @default false
                     */
                    case?: boolean;
                    /** @description those of the preview that are wanted */
                    replacements?: {
                        segment: number;
                        key: string;
                    }[];
                    /** @description or all of the preview, by its key, but those in some segments */
                    all?: {
                        key: string;
                        /** @default [] */
                        but?: number[];
                    };
                };
            };
        };
        responses: {
            /** @description Replace a text in the translation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Edit"];
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postBitextsProposal: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rows: number[];
                };
            };
        };
        responses: {
            /** @description Lay rows out again as the aligner proposed them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Edit"];
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBitextsConfirmByConfidence: {
        parameters: {
            query: {
                from: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many rows to review are at least so probable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postBitextsConfirmByConfidence: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    from: number;
                };
            };
        };
        responses: {
            /** @description Confirm all rows to review that are at least so probable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Edit"];
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBitextsHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The last edits of a bitext */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description the last first, at most 300 */
                        items: components["schemas"]["HistoryEntry"][];
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postBitextsHistory: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    seq: number;
                };
            };
        };
        responses: {
            /** @description Take back one of one’s edits and all of one’s own after it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description how many edits were taken back */
                        undone: number;
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBitextsComments: {
        parameters: {
            query?: {
                /** @description `next` of the page before this one */
                cursor?: string;
                /** @description the most that is answered */
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The comments of a bitext */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Comment"][];
                        next: string | null;
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postBitextsComments: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    side: "source" | "target";
                    segment: number;
                    text: string;
                };
            };
        };
        responses: {
            /** @description Comment on a segment */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in which the segment stands */
                        row: number;
                        /** @description all on the segment as they are now, the oldest first */
                        comments: components["schemas"]["Comment"][];
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postBitextsCommentsReplies: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
                comment: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Answer a comment */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in which the segment stands */
                        row: number;
                        /** @description all on the segment as they are now, the oldest first */
                        comments: components["schemas"]["Comment"][];
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postBitextsCommentsResolve: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
                comment: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    resolved: boolean;
                };
            };
        };
        responses: {
            /** @description Settle the thread of a comment, or open it again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in which the segment stands */
                        row: number;
                        /** @description all on the segment as they are now, the oldest first */
                        comments: components["schemas"]["Comment"][];
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteBitextsComments: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
                comment: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete a comment of one’s own */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getJobs: {
        parameters: {
            query?: {
                /** @description `next` of the page before this one */
                cursor?: string;
                /** @description the most that is answered */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Alignments that wait, run or have failed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Job"][];
                        next: string | null;
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBitextsFindings: {
        parameters: {
            query?: {
                /** @description `next` of the page before this one */
                cursor?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the checks find in a bitext */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Finding"][];
                        next: string | null;
                        /** @description of all findings */
                        count: number;
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFindings: {
        parameters: {
            query?: {
                /** @description `next` of the page before this one */
                cursor?: string;
                /** @description at least */
                severity?: "error" | "warning" | "hint";
                code?: "number" | "number-magnitude" | "number-missing" | "number-added" | "number-order" | "percent" | "currency" | "unit" | "date" | "weekday" | "time" | "place" | "direction" | "name" | "acronym" | "untranslated" | "omission" | "addition" | "negation" | "opposite" | "quotes" | "brackets" | "punctuation-final" | "spaces" | "repeated-word" | "repeated-sentence" | "link" | "capital" | "pattern" | "term-missing" | "term-untranslated" | "term-deprecated" | "term-forbidden" | "term-inconsistent" | "name-misspelt" | "title-gender" | "title-holder" | "name-variant" | "empty-side" | "duplicate" | "other-translation" | "identical-sides" | "wrong-language" | "codes-differ" | "odd-length" | "encoding-damage";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the checks find in all bitexts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            code: string;
                            /** @enum {string} */
                            severity: "error" | "warning" | "hint";
                            /** @description in words */
                            reason: string | null;
                            found: string;
                            expected: string;
                            /** @description what to write instead, where that is certain */
                            suggestion: string | null;
                            /** @description the first of the rows in which it stands */
                            rows: {
                                row: number;
                                number: number;
                            }[];
                            /** @description in how many rows it stands */
                            count: number;
                            /** @description what it is dismissed by, itself alone */
                            key: string;
                            /** @description what all are dismissed by that say the same */
                            same: string;
                            bitext: number;
                        }[];
                        next: string | null;
                        /** @description of all findings */
                        count: number;
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDismissals: {
        parameters: {
            query?: {
                /** @description `next` of the page before this one */
                cursor?: string;
                /** @description the most that is answered */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Findings of which somebody said that they are none */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Dismissal"][];
                        next: string | null;
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDismissals: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description its `key`, or `same` for all that say the same */
                    finding: string;
                    /**
                     * @description null for everywhere
                     * @default null
                     */
                    bitext?: number | null;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Say that a finding is none */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteDismissal: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Let a finding be found again */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCheckProfiles: {
        parameters: {
            query?: {
                /** @description `next` of the page before this one */
                cursor?: string;
                /** @description the most that is answered */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The check profiles */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CheckProfile"][];
                        next: string | null;
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCheckProfiles: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /**
                     * @description what is not named matters as the check itself says
                     * @default {}
                     */
                    levels?: {
                        [key: string]: "off" | "error" | "warning" | "hint";
                    };
                    /** @default [] */
                    patterns?: {
                        name: string;
                        /** @default true */
                        isOn?: boolean;
                        /**
                         * @default warning
                         * @enum {string}
                         */
                        severity?: "error" | "warning" | "hint";
                        searches: {
                            /** @enum {string} */
                            side: "source" | "target";
                            /** @description a regular expression, as JavaScript has them with the flag u */
                            expression: string;
                            /** @default false */
                            matchCase?: boolean;
                            /**
                             * @description whether it must not be there
                             * @default false
                             */
                            absent?: boolean;
                        }[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Store a check profile, in the place of one of the same name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckProfile"];
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCheckProfilesImport: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description with the ending of its format, such as memory.tmx */
                    name: string;
                    /** @description of the file: its text, or its bytes as base64 */
                    content: string;
                    /**
                     * @default text
                     * @enum {string}
                     */
                    encoding?: "text" | "base64";
                };
            };
        };
        responses: {
            /** @description Bring in a check profile, or a checklist of another tool */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        profile: components["schemas"]["CheckProfile"];
                        findings: components["schemas"]["ImportFinding"][];
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putCheckProfilesActive: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description null for the checks as they are */
                    profile: number | null;
                };
            };
        };
        responses: {
            /** @description Let all bitexts that have no profile of their own be checked by one */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCheckProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A check profile */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckProfile"];
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteCheckProfile: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete a check profile */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWork: {
        parameters: {
            query?: {
                /** @description `next` of the page before this one */
                cursor?: string;
                /** @description the most that is answered */
                limit?: number;
                state?: "new" | "assigned" | "review" | "reviewed" | "published";
                /** @description who translates or revises; “me” for oneself */
                person?: string;
                /** @description a day, ISO 8601; empty for none */
                dueBy?: string | "";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Translations and the work on them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ListedWork"][];
                        next: string | null;
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBitextsWork: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The work on a translation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Work"];
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putBitextsAssignment: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description the id of an account, as /people lists it; empty for nobody
                     * @default
                     */
                    translator?: string;
                    /**
                     * @description the id of an account, as /people lists it; empty for nobody
                     * @default
                     */
                    reviser?: string;
                    /**
                     * @description a day, ISO 8601; empty for none
                     * @default
                     */
                    dueOn?: string | "";
                };
            };
        };
        responses: {
            /** @description Say who translates and revises, and until when */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Work"];
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postBitextsSubmit: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Send a translation to review */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Work"];
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postBitextsReturn: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Return a translation to its translator */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Work"];
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postBitextsSign: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sign off a translation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Work"];
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postBitextsPublish: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Publish a translation, which locks it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Work"];
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postBitextsUnlock: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Unlock a published translation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Work"];
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The people of the desk */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            roles: ("reader" | "translator" | "reviser" | "terminologist" | "administrator")[];
                        }[];
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNotices: {
        parameters: {
            query?: {
                /** @description `next` of the page before this one */
                cursor?: string;
                /** @description the most that is answered */
                limit?: number;
                unread?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What one is told, the last first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Notice"][];
                        next: string | null;
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postNoticesRead: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    notices: "all" | number[];
                };
            };
        };
        responses: {
            /** @description Mark notices as read */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDesk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the desk has settled for all */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Desk"];
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putDesk: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDesk"];
            };
        };
        responses: {
            /** @description Settle it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Desk"];
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConcepts: {
        parameters: {
            query?: {
                /** @description `next` of the page before this one */
                cursor?: string;
                /** @description the most that is answered */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List concepts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Concept"][];
                        next: string | null;
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConcepts: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "person" | "organisation" | "role" | "place" | "event" | "term";
                    /** @default  */
                    definition?: string;
                    /** @default  */
                    note?: string;
                    terms: components["schemas"]["NewTerm"][];
                    subjectField?: string;
                    /** Format: uri */
                    image?: string;
                    ids?: {
                        [key: string]: string;
                    };
                    source?: string;
                    relations?: {
                        /** @enum {string} */
                        kind: "holds" | "belongs-to";
                        to: number;
                        of?: number;
                        /** @default  */
                        since?: string;
                        /** @default  */
                        until?: string;
                    }[];
                    /** @enum {string} */
                    state?: "proposed" | "approved";
                    owner?: string;
                    glossary?: number;
                };
            };
        };
        responses: {
            /** @description Add a concept */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Concept"];
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConceptsSearch: {
        parameters: {
            query: {
                q: string;
                language?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Look concepts up by the words of their terms */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        found: number;
                        /** @description the first 200 */
                        items: components["schemas"]["Concept"][];
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConcept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A concept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Concept"];
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putConcept: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "person" | "organisation" | "role" | "place" | "event" | "term";
                    /** @default  */
                    definition?: string;
                    /** @default  */
                    note?: string;
                    terms: components["schemas"]["NewTerm"][];
                    subjectField?: string;
                    /** Format: uri */
                    image?: string;
                    ids?: {
                        [key: string]: string;
                    };
                    source?: string;
                    relations?: {
                        /** @enum {string} */
                        kind: "holds" | "belongs-to";
                        to: number;
                        of?: number;
                        /** @default  */
                        since?: string;
                        /** @default  */
                        until?: string;
                    }[];
                    /** @enum {string} */
                    state?: "proposed" | "approved";
                    owner?: string;
                    glossary?: number;
                    version: string;
                };
            };
        };
        responses: {
            /** @description Put a concept in the place of what is there */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Concept"];
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteConcept: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete a concept; the history brings it back */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postGlossaryImport: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description with the ending of its format, such as memory.tmx */
                    name: string;
                    /** @description of the file: its text, or its bytes as base64 */
                    content: string;
                    /**
                     * @default text
                     * @enum {string}
                     */
                    encoding?: "text" | "base64";
                    /** @description of terms for which the file names none, in their order */
                    languages?: string[];
                    /**
                     * @description what to do where a term is there with another status or gender
                     * @default skip
                     * @enum {string}
                     */
                    conflicts?: "skip" | "merge" | "replace";
                    glossary?: number;
                };
            };
        };
        responses: {
            /** @description Bring in a glossary: TBX, MultiTerm XML, CSV, TSV, XLSX, JSON */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        added: number;
                        changed: number;
                        conflicting: number;
                        /** @description as they are there already, or disagree */
                        skipped: number;
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getGlossaryExport: {
        parameters: {
            query?: {
                format?: "tbx" | "tbx2" | "csv" | "tsv" | "omegat" | "json";
                glossary?: number;
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The glossary as a file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getGlossaries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The glossaries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in their order: where two have the same term, the first one counts */
                        items: {
                            id: number;
                            name: string;
                            active: boolean;
                            concepts: number;
                        }[];
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putGlossaries: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: {
                        id: number;
                        name: string;
                        active: boolean;
                    }[];
                };
            };
        };
        responses: {
            /** @description Name, switch and order glossaries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in their order: where two have the same term, the first one counts */
                        items: {
                            id: number;
                            name: string;
                            active: boolean;
                            concepts: number;
                        }[];
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postGlossaries: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Make a glossary, or find the one of this name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getGlossaryHistory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The last changes of the glossaries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description the last first, at most 300 */
                        items: {
                            batch: number;
                            /** @description what was done, in words */
                            label: string;
                            /** Format: date-time */
                            at: string;
                            /** @description of its author; empty where none was given */
                            name: string;
                            /** @description how many it changed */
                            concepts: number;
                        }[];
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postGlossaryHistoryUndo: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                batch: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take a change of the glossaries back */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCandidates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the newest bitexts propose for the glossary */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description the best first */
                        items: components["schemas"]["Candidate"][];
                        /** @description how many more there are */
                        more: number;
                        /** @description how many are in a glossary already */
                        known: number;
                        rejected: number;
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBitextsCandidates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a bitext proposes for the glossary */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description the best first */
                        items: components["schemas"]["Candidate"][];
                        /** @description how many more there are */
                        more: number;
                        /** @description how many are in a glossary already */
                        known: number;
                        rejected: number;
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postBitextsCandidates: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @default term
                     * @enum {string}
                     */
                    kind?: "person" | "organisation" | "role" | "place" | "event" | "term";
                    /** @default  */
                    source?: string;
                    /** @default  */
                    target?: string;
                    /**
                     * @default
                     * @enum {string}
                     */
                    gender?: "masculine" | "feminine" | "neuter" | "common" | "";
                    /** @default {} */
                    acronyms?: {
                        source?: string;
                        target?: string;
                    };
                    /** @description the concept that it is added to; near for one that has a term of it already, if there is one */
                    into?: number | "near";
                };
            };
        };
        responses: {
            /** @description Take a candidate into the glossary */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        concept: number;
                        /** @description the change, by which it can be undone */
                        batch: number;
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postBitextsCandidatesReject: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    source?: string;
                    /** @default  */
                    target?: string;
                };
            };
        };
        responses: {
            /** @description Never propose a candidate again, in any bitext of these languages */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postBitextsCandidatesUnreject: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    source?: string;
                    /** @default  */
                    target?: string;
                };
            };
        };
        responses: {
            /** @description Let a rejected candidate be proposed again */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConcordance: {
        parameters: {
            query: {
                q: string;
                language?: string;
                status?: "" | "proposed" | "confirmed" | "flagged" | "excluded";
                publisher?: string;
                from?: string | "";
                to?: string | "";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where words stand in all bitexts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description the latest first, at most 200 */
                        items: components["schemas"]["ConcordanceLine"][];
                        /** @description false while rows of new memories are still being indexed */
                        complete: boolean;
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLookup: {
        parameters: {
            query: {
                q: string;
                from: string;
                to: string;
                /** @description how alike at least, in per cent */
                least?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the memory has for a sentence */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description the likest first, at most 50 */
                        items: components["schemas"]["MemoryMatch"][];
                        /** @description false while rows of new memories are still being indexed */
                        complete: boolean;
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConceptsUses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How often each term of a concept is used, by month */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            text: string;
                            language: string;
                            status: string;
                            total: number;
                            months: {
                                [key: string]: number;
                            };
                        }[];
                        /** @description false while rows of new memories are still being indexed */
                        complete: boolean;
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTrash: {
        parameters: {
            query?: {
                /** @description `next` of the page before this one */
                cursor?: string;
                /** @description the most that is answered */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What lies in the trash */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TrashEntry"][];
                        next: string | null;
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTrashEmpty: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete everything in the trash for good */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        deleted: number;
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTrashDays: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How long things lie in the trash */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        days: number;
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putTrashDays: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    days: number;
                };
            };
        };
        responses: {
            /** @description Say how long things lie in the trash */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTrashRestore: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bring back a bitext, an article or a revision */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Restored"];
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTrashRestoreConcepts: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bring back concepts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Restored"];
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTrash: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete something in the trash for good */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteArticlesRevisions: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Put an earlier revision of an article into the trash */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhooks: {
        parameters: {
            query?: {
                /** @description `next` of the page before this one */
                cursor?: string;
                /** @description the most that is answered */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhooks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Webhook"][];
                        next: string | null;
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWebhooks: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    url: string;
                    /**
                     * @description that it is told; none for all
                     * @default []
                     */
                    events?: ("bitext.ready" | "bitext.failed" | "rows.edited" | "rows.confirmed" | "translation.moved" | "concepts.changed")[];
                };
            };
        };
        responses: {
            /** @description Have an address told what happens */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        url: string;
                        /** @description that it is told; none for all */
                        events: ("bitext.ready" | "bitext.failed" | "rows.edited" | "rows.confirmed" | "translation.moved" | "concepts.changed")[];
                        active: boolean;
                        /** Format: date-time */
                        createdAt: string;
                        /** @description how many events wait for it */
                        waiting: number;
                        /** @description null where it does not fail */
                        failingSince: string | null;
                        /** @description by which messages are signed; shown this once */
                        secret: string;
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A webhook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putWebhook: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    url: string;
                    /**
                     * @description that it is told; none for all
                     * @default []
                     */
                    events?: ("bitext.ready" | "bitext.failed" | "rows.edited" | "rows.confirmed" | "translation.moved" | "concepts.changed")[];
                    active: boolean;
                };
            };
        };
        responses: {
            /** @description Change a webhook, or switch it on or off */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete a webhook and its log */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWebhooksSecret: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Make a new secret; for a day messages are signed by both */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description by which messages are signed; shown this once */
                        secret: string;
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhooksDeliveries: {
        parameters: {
            query?: {
                /** @description `next` of the page before this one */
                cursor?: string;
                /** @description the most that is answered */
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a webhook was told, the last first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Delivery"][];
                        next: string | null;
                    };
                };
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWebhooksDeliveriesRedeliver: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
                event: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tell a webhook an event again, or at once */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
