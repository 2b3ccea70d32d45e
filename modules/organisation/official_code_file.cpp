#include "database/transaction.hpp"
#include "manifest/context.hpp"
#include "organisation/api.hpp"
#include "organisation/official_code.hpp"
#include "text/table.hpp"

/// Official codes from a file.
namespace caicach::organisation
{

Result<void> seed_official_codes(Context& context, std::string_view file_text)
{
    const auto table = TRY(text::Table::parse(file_text));
    auto transaction = TRY(context.begin());
    for (const auto& row : table.rows()) {
        const auto at = [&](std::string_view column) { return table.at(row, column); };
        const auto agency = agency_by_code(transaction, at("agency"), context.today());
        const auto* system = code_system(at("system"));
        const auto from = Date::from_iso(at("valid_from"));
        const bool is_dated = from || at("valid_from").empty();
        if (!agency || !system || !is_dated) return text::malformed_line(row.line, at("agency"));
        TRY(add_official_code(context, transaction, agency->id,
                              {.system = system->key,
                               .code = std::string(at("code")),
                               .validity = {.from = from.value_or(system->valid_from),
                                            .to = Date::from_iso(at("valid_to"))}}));
    }
    return transaction.commit();
}

}  // namespace caicach::organisation
