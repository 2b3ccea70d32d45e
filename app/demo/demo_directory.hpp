#pragma once
#include <vector>

#include "app/demo/demo_chance.hpp"
#include "app/demo/demo_shape.hpp"
#include "manifest/context.hpp"
#include "organisation/api.hpp"

namespace caicach::app
{

/// Departments and communes of that day: whom the plans of a demonstration province ask.
[[nodiscard]] Result<std::vector<organisation::AgencySummary>> demo_performers(
    database::Transaction& transaction, Date day);

/// Adds communes to the sample's until so many agencies carry out plans as `shape` says. invalid
/// "app.demo.agencies" where the sample has more, or there are not names enough.
[[nodiscard]] Result<void> add_demo_communes(Context& context, DemoChance& chance,
                                             const DemoShape& shape);

/// Officers of those agencies, in turn; with the people of the sample as many as `shape` says.
[[nodiscard]] Result<void> add_demo_officers(Context& context, DemoChance& chance,
                                             const DemoShape& shape);

}  // namespace caicach::app
