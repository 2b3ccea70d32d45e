#pragma once
#include "manifest/actor.hpp"

namespace caicach::report
{

/// To read the forms of reports: what is asked for, by whom, when.
inline constexpr Permission see_forms{"report.see_forms",
                                      "Xem mẫu báo cáo",
                                      {"agency_officer", "agency_head", "coordinator", "overseer"}};
/// To make forms and put them in force; asked about the agency whose form it is, and of a
/// suggestion that is nobody's about the one that takes it over.
inline constexpr Permission design_forms{
    "report.design", "Lập, ban hành mẫu báo cáo", {"coordinator"}};

}  // namespace caicach::report
