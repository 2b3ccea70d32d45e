#pragma once
#include "manifest/actor.hpp"

namespace caicach::obligation
{

/// To see what an agency owes.
inline constexpr Permission see_work{"obligation.see",
                                     "Xem việc của cơ quan",
                                     {"agency_officer", "agency_head", "coordinator", "overseer"}};
/// To report what an agency did.
inline constexpr Permission report_work{
    "obligation.report", "Báo kết quả của cơ quan", {"agency_officer", "agency_head"}};
/// To say who of an agency does what it owes.
inline constexpr Permission assign_work{
    "obligation.assign", "Giao việc trong cơ quan", {"agency_officer", "agency_head"}};
/// To hand what an agency owes on to the agencies directly below it, to propose parts of it to
/// those that cooperate, and to answer what is proposed to it; asked about that agency.
inline constexpr Permission hand_on_work{
    "obligation.hand_on",
    "Giao xuống đơn vị trực thuộc, chia phần với cơ quan phối hợp",
    {"agency_head", "coordinator"}};
/// To say what stands in the way of what an agency owes, and whether an answer is enough.
inline constexpr Permission raise_obstacles{
    "obligation.raise_obstacle", "Nêu khó khăn, vướng mắc", {"agency_officer", "agency_head"}};
/// To answer obstacles that are put to an agency, or to put them to another one; asked about that
/// agency, or about the one that coordinates the plan.
inline constexpr Permission answer_obstacles{
    "obligation.answer_obstacle", "Trả lời khó khăn, vướng mắc", {"coordinator", "agency_head"}};
/// To watch all agencies of a plan; asked about the plan's coordinating agency.
inline constexpr Permission watch_plans{
    "obligation.watch", "Theo dõi thực hiện kế hoạch", {"coordinator", "overseer", "inspector"}};
/// To excuse an agency, or take that back; asked about the plan's coordinating agency.
inline constexpr Permission excuse_agencies{
    "obligation.excuse", "Miễn việc cho cơ quan", {"coordinator"}};
/// To accept the plans that agencies send, or to return them; asked about the agency that
/// coordinates the plan that asks for them.
inline constexpr Permission judge_own_plans{
    "obligation.judge_own_plan", "Xem xét kế hoạch riêng của cơ quan", {"coordinator"}};
/// To remind an agency of what it is late with; asked about the plan's coordinating agency.
inline constexpr Permission nudge_agencies{
    "obligation.nudge", "Nhắc cơ quan chậm", {"coordinator", "overseer"}};
/// To remind others of what they owe of an item that one's agency leads, directs or oversees; asked
/// about that agency.
inline constexpr Permission urge_others{"obligation.urge",
                                        "Đôn đốc việc mà cơ quan chủ trì, chỉ đạo hoặc theo dõi",
                                        {"agency_officer", "agency_head"}};
/// To say how far an agency is with what a plan's targets ask of it; asked about that agency.
inline constexpr Permission state_measurements{
    "obligation.measure", "Ghi số liệu chỉ tiêu của cơ quan", {"agency_officer", "agency_head"}};
/// To say how a plan's targets are measured, and to bring numbers of all its agencies; asked about
/// the agency that coordinates the plan.
inline constexpr Permission lead_targets{
    "obligation.lead_targets", "Nêu cách đo chỉ tiêu của kế hoạch", {"coordinator"}};
/// To say what an agency needs for an item and what it spent; asked about that agency.
inline constexpr Permission write_budget{"obligation.write_budget",
                                         "Ghi dự toán và số đã chi của cơ quan",
                                         {"agency_officer", "agency_head"}};
/// To appraise what agencies need; asked about the agency that coordinates the plan. Who appraises
/// for finance holds the role on that agency's branch.
inline constexpr Permission appraise_budget{
    "obligation.appraise_budget", "Thẩm định dự toán của kế hoạch", {"coordinator"}};
/// To let everyone see how a plan is carried out; asked about the plan's coordinating agency.
inline constexpr Permission publish_boards{
    "obligation.publish", "Công khai tình hình thực hiện kế hoạch", {"coordinator"}};

}  // namespace caicach::obligation
