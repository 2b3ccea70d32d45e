#pragma once
#include "base/result.hpp"

namespace caicach
{
class Context;
}

/// What the house itself needs of obligations; other modules hear of facts and figures instead.
namespace caicach::obligation
{

/// At each start: reminders go out on working days from now on. Twice the same is once.
[[nodiscard]] Result<void> begin_reminding(Context& context);

}  // namespace caicach::obligation
