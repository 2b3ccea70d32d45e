#pragma once
#include "manifest/context.hpp"
#include "manifest/module.hpp"

/// What programs of IP loudspeakers find in their folder, kept as the plan of broadcasts says.
namespace caicach::channel
{

/// After whatever changes what is played, or its sound: the folder follows some seconds later.
[[nodiscard]] Result<void> refresh_loudspeakers(Context& context,
                                                database::Transaction& transaction);

/// The job that does, and that comes back each night for the day after.
void add_loudspeakers(Module& module);

}  // namespace caicach::channel
