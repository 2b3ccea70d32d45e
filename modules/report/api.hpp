#pragma once
#include "base/result.hpp"
#include "report/ids.hpp"

namespace caicach
{
class Context;
}

/// The door of the module: what reports ask for, by whom and when.
namespace caicach::report
{

/// Forms that come with the program (data/reference/report_forms), each as a draft that the
/// province looks at, changes and puts in force, or discards. Run it at each start: what was
/// brought before stays, and nothing takes the place of a version that the province made.
[[nodiscard]] Result<void> load_shipped_forms(Context& context);

/// Periods whose first day has come are opened, now and each night, and agencies are reminded of
/// what they owe each morning. Run it at each start, where jobs run.
[[nodiscard]] Result<void> begin_reporting(Context& context);

}  // namespace caicach::report
