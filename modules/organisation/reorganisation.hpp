#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "database/transaction.hpp"
#include "organisation/api.hpp"

/// What becomes of agencies by a decision: renamed, merged, split, dissolved, duties transferred.
namespace caicach::organisation
{

struct ReorganisationTag;
using ReorganisationId = Id<ReorganisationTag>;

enum class ReorganisationKind { rename, merge, split, dissolve, transfer };
[[nodiscard]] std::string_view key_of(ReorganisationKind kind);   ///< "merge", for tables and files
[[nodiscard]] std::string_view text_of(ReorganisationKind kind);  ///< "Hợp nhất, sáp nhập"
[[nodiscard]] std::optional<ReorganisationKind> reorganisation_kind(std::string_view key);

/// One decision about agencies that exist. Who passes nothing on to itself has ended the day
/// before.
///
/// | kind     | from    | to                                                        |
/// |----------|---------|-----------------------------------------------------------|
/// | rename   | one     | itself; `name` says what it is called now                 |
/// | merge    | several | one, wholly; it may be one of them, and take a new name   |
/// | split    | one     | several, with shares; it may go on as one of them         |
/// | dissolve | one     | none, or who takes over its duties, with shares           |
/// | transfer | one     | itself and others, with shares; `moved` units go along    |
struct Reorganisation {
    ReorganisationKind kind{};
    Date day{};                 ///< the first day of the new state
    std::string document{};     ///< "Nghị quyết số 12/NQ-HĐND ngày 20/02/2025"
    AgencyId subject{};         ///< the only `from`; of a merger, the one into which the others go
    std::vector<Heir> heirs{};  ///< split, dissolve, transfer: without what the subject keeps
    std::vector<AgencyId> merged{};  ///< merge: those that go into the subject
    AgencyId names_to{};  ///< split: who is meant by the old names from then on; 0: nobody for sure
    std::string name{};   ///< rename; merge under a new name
    std::string short_name{};
    std::vector<AgencyId> moved{};  ///< transfer: units that go under the first heir
};

/// What follows from a decision, for people to read before it is saved.
struct Consequence {
    std::vector<AgencySummary> ended{};    ///< as named on their last day
    std::vector<AgencySummary> renamed{};  ///< with their new names
    std::vector<AgencySummary> moved{};    ///< units that come under another agency
    std::vector<AgencySummary>
        stranded{};  ///< units whose agency ends, and nobody is named for them
    std::vector<std::string> passed_names{};  ///< old names that now mean the successor
    std::vector<std::string>
        shared_names{};  ///< old names that mean nobody for sure: ask the reader
};

/// Does what the decision says, in all rows, and records it. Roll the transaction back and it was a
/// preview. `require_management` first.
///
/// invalid: "organisation.reorganisation.document_missing", "….document_too_long",
/// "….subject_missing", "….merged_missing", "….heirs_missing", "….name_missing", "….shares" (they
/// must make 100 % where the subject ends, less where it keeps something), "….twice" (an agency is
/// named twice), "….absent" (an agency does not exist on that day), "….later_history" (something
/// was recorded of it for a later day), and those of names.
[[nodiscard]] Result<Consequence> reorganise(Context& context, database::Transaction& transaction,
                                             const Reorganisation& reorganisation);

/// A decision as recorded, newest first: for the map of successors.
struct RecordedPassage {
    AgencySummary from{};               ///< as named the day before
    std::optional<AgencySummary> to{};  ///< as named on the day
    int share{};
};
struct RecordedReorganisation {
    ReorganisationId id{};
    ReorganisationKind kind{};
    Date day{};
    std::string document{};
    std::vector<RecordedPassage> passages{};
};
/// Of one agency, or of all (agency 0); at most 2,000 passages.
[[nodiscard]] Result<std::vector<RecordedReorganisation>> reorganisations(
    database::Transaction& transaction, AgencyId agency = {});

}  // namespace caicach::organisation
