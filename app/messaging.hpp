#pragma once
#include "app/settings.hpp"
#include "base/result.hpp"
#include "manifest/messaging.hpp"

namespace caicach::app
{

/// What sends messages besides the first mail server. invalid "base.configuration.wrong" with all
/// that is wrong.
[[nodiscard]] Result<Messaging> messaging_of(const Configuration& configuration);

}  // namespace caicach::app
