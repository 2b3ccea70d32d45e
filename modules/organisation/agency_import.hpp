#pragma once
#include <optional>
#include <string>
#include <vector>

#include "database/transaction.hpp"
#include "organisation/agency_comparison.hpp"
#include "organisation/import_journal.hpp"

/// Tables of agencies taken over as one piece: proposed, looked at, done, perhaps undone.
namespace caicach::organisation
{

enum class ImportState { proposed, done, undone };

struct AgencyImport {
    ImportId id{};
    std::string code{};  ///< public: stands in addresses
    std::string file_name{};
    std::string content{};  ///< its rows; empty in lists
    Date day{};             ///< from which on changes hold
    ImportState state{};
    int created{};
    int changed{};
    int unchanged{};
    Instant proposed_at{};
    std::string proposed_by{};
    std::optional<Instant> done_at{};
    std::optional<Instant> undone_at{};
};

struct NewImport {
    std::string file_name{};  ///< as people know it
    std::string_view bytes{};
    Date day{};
};

/// Keeps the rows of a file until somebody confirms them, at most a week. Answers the code. Fails
/// as read_records and read_agency_sheet do; nothing is compared yet.
[[nodiscard]] Result<std::string> propose_import(Context& context,
                                                 database::Transaction& transaction,
                                                 const NewImport& import);
/// not_found "organisation.import.not_found".
[[nodiscard]] Result<AgencyImport> import_by_code(database::Transaction& transaction,
                                                  std::string_view code);
/// Newest first, at most 50.
[[nodiscard]] Result<std::vector<AgencyImport>> imports(database::Transaction& transaction);

/// What a proposed import would do to the directory as it is now.
[[nodiscard]] Result<AgencyComparison> comparison_of(database::Transaction& transaction,
                                                     const AgencyImport& import);

/// Does it all, or nothing. conflict "organisation.import.conflicts" where rows are refused,
/// "….import.settled" where it is not proposed any more, "….import.directory_changed" where what
/// would be done is not what `stamp` stands for (empty: whatever it is).
[[nodiscard]] Result<void> carry_out(Context& context, database::Transaction& transaction,
                                     const AgencyImport& import, std::string_view stamp = {});

/// Forgets a proposal.
[[nodiscard]] Result<void> discard_import(Context& context, database::Transaction& transaction,
                                          const AgencyImport& import);

/// Takes back all that it did. Where a row refuses, the answer names it and why: do not commit.
[[nodiscard]] Result<std::vector<SheetConflict>> undo_import(Context& context,
                                                             database::Transaction& transaction,
                                                             const AgencyImport& import);

/// What one row did, for people.
struct ImportedRow {
    int number{};
    bool is_new{};
    std::string name{};
    std::string text{};  ///< "Tên viết tắt: (trống) → SNV"
    std::string slug{};  ///< empty: the agency is gone
};
[[nodiscard]] Result<std::vector<ImportedRow>> imported_rows(database::Transaction& transaction,
                                                             ImportId import);

/// "Tên: Sở A → Sở B; Loại: …"
[[nodiscard]] std::string text_of(const std::vector<FieldChange>& fields);

}  // namespace caicach::organisation
