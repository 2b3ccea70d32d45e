#include "organisation/testing.hpp"

#include "database/transaction.hpp"
#include "manifest/context.hpp"
#include "organisation/module.hpp"

namespace caicach::organisation::testing
{

std::vector<database::Migration> migrations()
{
    const auto manifest = module();
    return {manifest.migrations().begin(), manifest.migrations().end()};
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
