#include "database/transaction.hpp"
#include "manifest/context.hpp"
#include "organisation/api.hpp"
#include "organisation/contact.hpp"
#include "text/table.hpp"

/// Contacts from a file.
namespace caicach::organisation
{

Result<void> seed_contacts(Context& context, std::string_view file_text)
{
    const auto table = TRY(text::Table::parse(file_text));
    auto transaction = TRY(context.begin());
    for (const auto& row : table.rows()) {
        const auto code = table.at(row, "code");
        const auto agency = agency_by_code(transaction, code, context.today());
        if (!agency) return text::malformed_line(row.line, code);
        TRY(add_contact(context, transaction, agency->id,
                        {.kind = std::string(table.at(row, "kind")),
                         .label = std::string(table.at(row, "label")),
                         .value = std::string(table.at(row, "value")),
                         .from = context.today()}));
    }
    return transaction.commit();
}

}  // namespace caicach::organisation
