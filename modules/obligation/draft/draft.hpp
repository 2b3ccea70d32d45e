#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_set>

#include "attachment/api.hpp"
#include "document/photo_note.hpp"
#include "evidence/api.hpp"
#include "obligation/obligation.hpp"

/// What an agency has begun to report for an obligation and not sent yet. One for each obligation:
/// whoever of the agency takes the work over goes on with it.
namespace caicach::obligation
{

/// As typed, whether it reads as what it should be or not.
struct DraftText {
    std::string title{};
    std::string happened_on{};
    std::string quantity{"1"};
    std::string link{};
    evidence::TypedSubjects subjects{};

    friend bool operator==(const DraftText&, const DraftText&) = default;
};

struct Draft {
    ObligationId obligation{};
    organisation::AgencyId agency{};
    DraftText text{};
    attachment::AttachmentId file{};  ///< 0: none
    AccountId saved_by{};             ///< 0: of somebody who is forgotten
    Instant saved_at{};
    std::int64_t version{};  ///< never used twice
};

/// Nothing where there is none, or it is older than limits::draft_days.
[[nodiscard]] Result<std::optional<Draft>> draft_of(database::Transaction& transaction,
                                                    ObligationId obligation, Instant now);

/// Obligations of the agency that have one.
[[nodiscard]] Result<std::unordered_set<std::int64_t>> drafts_of(database::Transaction& transaction,
                                                                 organisation::AgencyId agency,
                                                                 Instant now);

enum class FileOfDraft { keep, drop };

struct DraftChange {
    DraftText text{};
    std::int64_t version{};  ///< that the person saw; 0: none
    std::optional<attachment::KeptFile>
        file{};  ///< of proof_use; takes the place of the one before
    std::optional<document::PhotoNote> photo{};  ///< in `file`, to be kept beside it
    FileOfDraft file_before{FileOfDraft::keep};
};

/// Saves what was typed. forbidden for who may not report for the agency; conflict
/// "obligation.draft.changed" where somebody saved meanwhile, "obligation.draft.too_many",
/// "obligation.closed". Drafts that are too old go with it, a few at a time.
[[nodiscard]] Result<Draft> save_draft(Context& context, database::Transaction& transaction,
                                       const Obligation& obligation, const DraftChange& change);

/// The same for a person whose right to report was looked at already, by other means than the
/// session's: see reminder/answering.hpp.
[[nodiscard]] Result<Draft> keep_draft(Context& context, database::Transaction& transaction,
                                       const Obligation& obligation, const DraftChange& change);

/// Gives it up, its file too. conflict "obligation.draft.changed" for another version than the
/// stored one; nothing where there is none.
[[nodiscard]] Result<void> drop_draft(Context& context, database::Transaction& transaction,
                                      const Obligation& obligation, std::int64_t version);

/// After a result was reported: the draft that it was made of goes, its file only where the result
/// does not keep it. One that somebody else saved meanwhile stays.
[[nodiscard]] Result<void> end_draft(Context& context, database::Transaction& transaction,
                                     const Draft& draft, attachment::AttachmentId used_file);

/// Hears attachment::FileAsked: who may report may read the file of the draft.
[[nodiscard]] Result<void> answer_for_draft_file(Context& context,
                                                 database::Transaction& transaction,
                                                 const attachment::FileAsked& asked);

}  // namespace caicach::obligation
