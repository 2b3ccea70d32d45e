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
/// To read reports; asked about the agency that makes the report, or the one that collects it.
inline constexpr Permission see_reports{
    "report.see",
    "Xem báo cáo của cơ quan",
    {"agency_officer", "agency_head", "coordinator", "overseer"}};
/// Asked about the agency that makes the report.
inline constexpr Permission fill_reports{
    "report.fill", "Nhập báo cáo của cơ quan", {"agency_officer", "agency_head"}};
inline constexpr Permission submit_reports{
    "report.submit", "Gửi báo cáo của cơ quan", {"agency_officer", "agency_head"}};
/// Where the form has reports sent by the head alone.
inline constexpr Permission sign_off_reports{
    "report.sign_off", "Gửi báo cáo thay mặt cơ quan, nơi mẫu đòi lãnh đạo gửi", {"agency_head"}};
/// Asked about the agency that collects the report.
inline constexpr Permission check_reports{
    "report.check", "Kiểm tra, trả lại báo cáo", {"agency_officer", "coordinator"}};
inline constexpr Permission approve_reports{
    "report.approve", "Phê duyệt, mở lại báo cáo", {"agency_head", "coordinator"}};
inline constexpr Permission unlock_reports{
    "report.unlock", "Mở khóa báo cáo có thời hạn", {"coordinator"}};
/// To add up what was sent; asked about the agency that collects.
inline constexpr Permission aggregate_reports{
    "report.aggregate",
    "Xem tổng hợp báo cáo",
    {"agency_officer", "agency_head", "coordinator", "overseer"}};
/// Asked about the agency whose form it is.
inline constexpr Permission open_reports{
    "report.open", "Mở kỳ, giao báo cáo đột xuất", {"coordinator"}};

}  // namespace caicach::report
