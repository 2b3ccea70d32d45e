#pragma once
#include <functional>
#include <string>
#include <vector>

#include "database/transaction.hpp"
#include "organisation/agency_sheet.hpp"

namespace caicach::organisation
{

struct ImportTag;
using ImportId = Id<ImportTag>;

enum class Thing { agency, name, parent, alias, contact, official_code };

/// Writes down what an import does to rows, so that it can be taken back. Rows are told apart by
/// the row of the table they come from.
class ImportJournal
{
public:
    ImportJournal(database::Transaction& transaction, ImportId import)
        : m_transaction(transaction), m_import(import)
    {
    }

    void at_row(int number) { m_number = number; }
    /// A row that was just inserted.
    [[nodiscard]] Result<void> added(Thing thing, std::int64_t row);
    /// Lets a row end on `last_day`; one that begins later is deleted, as if it had never been.
    [[nodiscard]] Result<void> end(Thing thing, std::int64_t row, Date first_day, Date last_day);

private:
    [[nodiscard]] Result<void> write(Thing thing, std::int64_t row,
                                     const std::optional<std::string>& before,
                                     const std::optional<std::string>& after);

    database::Transaction& m_transaction;
    ImportId m_import;
    int m_number{};
};

/// What else is known of an agency that would go, in words: "2 tài khoản".
using UsesOf = std::function<Result<std::vector<std::string>>(AgencyId)>;

/// Takes everything back, in the opposite order. What has changed since, or is in use, is named by
/// row: then the transaction must be rolled back. Also answers which agencies are gone.
struct TakenBack {
    std::vector<SheetConflict> conflicts{};
    std::vector<AgencyId> removed{};
};
[[nodiscard]] Result<TakenBack> take_back(database::Transaction& transaction, ImportId import,
                                          const UsesOf& uses_of);

}  // namespace caicach::organisation
