#pragma once
#include "app/system.hpp"

namespace caicach::app
{

/// What nobody needs any more: jobs that ended a month ago, and uploads that a killed process left
/// in the data folder. At each start; what cannot be removed is logged and waits for the next.
void keep_house(System& system);

/// What is left to do when all work has ended: the last lines of the trail are signed and copied.
/// What fails is logged and waits for the next start.
void close_house(System& system);

}  // namespace caicach::app
