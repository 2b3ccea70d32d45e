#pragma once
#include "manifest/actor.hpp"

namespace caicach::evidence
{

/// To see the facts of an agency. Who reviews them sees them too.
inline constexpr Permission see_facts{"evidence.see",
                                      "Xem kết quả và minh chứng của cơ quan",
                                      {"agency_officer", "agency_head", "coordinator", "overseer"}};
/// To type facts of an agency in, to correct them and to answer reviewers.
inline constexpr Permission record_facts{
    "evidence.record", "Ghi kết quả và minh chứng của cơ quan", {"agency_officer", "agency_head"}};
/// To refuse a fact with a reason, or to accept it again; asked about the fact's agency.
inline constexpr Permission review_facts{
    "evidence.review", "Xét kết quả và minh chứng", {"coordinator", "inspector"}};

}  // namespace caicach::evidence
