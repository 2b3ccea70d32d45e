#pragma once
#include <optional>
#include <string>
#include <vector>

#include "database/transaction.hpp"
#include "evidence/api.hpp"
#include "evidence/import/fact_comparison.hpp"
#include "manifest/context.hpp"

/// Tables of facts taken over as one piece: proposed, looked at, done, perhaps undone.
namespace caicach::evidence
{

struct ImportTag;
using ImportId = Id<ImportTag>;

enum class ImportState { proposed, done, undone };

struct FactImport {
    ImportId id{};
    std::string code{};               ///< public: stands in addresses
    organisation::AgencyId agency{};  ///< of who brought it: its people see it
    std::string file_name{};
    std::string content{};  ///< its rows; empty in lists
    ImportState state{};
    std::int64_t created{};
    std::int64_t changed{};
    std::int64_t unchanged{};
    Instant proposed_at{};
    AccountId account{};
    std::optional<Instant> done_at{};
    std::optional<Instant> undone_at{};
};

/// Keeps the rows of a file until somebody confirms them, at most a week. Answers the code. Fails
/// as read_records and read_fact_sheet do; nothing is compared yet. forbidden unless the actor may
/// record facts of their agency.
[[nodiscard]] Result<std::string> propose_import(Context& context,
                                                 database::Transaction& transaction,
                                                 std::string_view file_name,
                                                 std::string_view bytes);
/// Of the actor's agency. not_found "evidence.import.not_found".
[[nodiscard]] Result<FactImport> import_by_code(const Context& context,
                                                database::Transaction& transaction,
                                                std::string_view code);
/// Of an agency, newest first, at most 50.
[[nodiscard]] Result<std::vector<FactImport>> imports(database::Transaction& transaction,
                                                      organisation::AgencyId agency);

/// What a proposed import would do to the ledger as it is now.
[[nodiscard]] Result<FactComparison> comparison_of(Context& context,
                                                   database::Transaction& transaction,
                                                   const FactImport& import);

/// Does it all, or nothing. conflict "evidence.import.conflicts" where rows are refused,
/// "….import.settled" where it is not proposed any more, "….import.ledger_changed" where what would
/// be done is not what `stamp` stands for (empty: whatever it is).
[[nodiscard]] Result<void> carry_out(Context& context, database::Transaction& transaction,
                                     const FactImport& import, std::string_view stamp = {});

/// Forgets a proposal.
[[nodiscard]] Result<void> discard_import(Context& context, database::Transaction& transaction,
                                          const FactImport& import);

/// Takes back what it recorded, and puts back what it corrected, by corrections. Where a row was
/// corrected since, the answer names it: do not commit. forbidden unless the actor may record for
/// the agencies of all its rows.
[[nodiscard]] Result<std::vector<FactConflict>> undo_import(Context& context,
                                                            database::Transaction& transaction,
                                                            const FactImport& import);

/// What one row did, for people.
struct ImportedRow {
    int number{};
    std::string code{};
    FactId fact{};
    FactId before{};  ///< the fact that it corrected; none where it was new
    std::string title{};
    std::string path{};
};
[[nodiscard]] Result<std::vector<ImportedRow>> imported_rows(database::Transaction& transaction,
                                                             ImportId import);

/// Which import recorded a fact, in words ("Tệp tin bài quý I.xlsx, dòng 7"); empty where none did.
[[nodiscard]] Result<std::string> import_in_words(database::Transaction& transaction, FactId fact);

}  // namespace caicach::evidence
