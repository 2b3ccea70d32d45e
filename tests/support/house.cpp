#include "support/house.hpp"

#include "app/modules.hpp"
#include "app/sample.hpp"
#include "jobs/jobs.hpp"
#include "once/once.hpp"

namespace caicach::testing
{

std::vector<database::Migration> all_migrations()
{
    std::vector<database::Migration> all{jobs::migrations().begin(), jobs::migrations().end()};
    all.insert(all.end(), once::migrations().begin(), once::migrations().end());
    for (const auto& module : app::all_modules()) {
        all.insert(all.end(), module.migrations().begin(), module.migrations().end());
    }
    return all;
}

std::string_view sample_province() { return app::sample::province; }

std::string_view sample_reform_plan() { return app::sample::reform_plan_2026; }

}  // namespace caicach::testing
