#include "organisation/testing.hpp"

#include <span>

#include "database/transaction.hpp"
#include "manifest/context.hpp"
#include "organisation/calendar/special_days.hpp"
#include "organisation/module.hpp"

namespace caicach::organisation::testing
{

std::vector<database::Migration> migrations()
{
    const auto manifest = module();
    return {manifest.migrations().begin(), manifest.migrations().end()};
}

std::vector<MovedDueDate> day_off(Context& context, database::Transaction& transaction, Date day)
{
    const calendar::SpecialDay off{.from = day,
                                   .to = day,
                                   .kind = calendar::DayKind::local_off,
                                   .name = "Ngày nghỉ thử",
                                   .source = "thử"};
    return MUST(add_special_days(context, transaction, std::span(&off, 1)));
}

AgencyId agency(Context& context, std::string_view name, std::string_view kind)
{
    auto transaction = MUST(context.begin());
    const auto id = MUST(create_agency(context, transaction,
                                       {.name = std::string(name), .kind = std::string(kind)}));
    MUST(transaction.commit());
    return id;
}

}  // namespace caicach::organisation::testing
