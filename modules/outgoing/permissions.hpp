#pragma once
#include "manifest/actor.hpp"

namespace caicach::outgoing
{

/// All are asked about the agency whose document or series it is.
inline constexpr Permission see{"outgoing.see",
                                "Xem văn bản đi của cơ quan",
                                {"agency_officer", "agency_head", "coordinator", "overseer"}};
inline constexpr Permission write_documents{
    "outgoing.write", "Soạn văn bản đi", {"agency_officer", "agency_head", "coordinator"}};
inline constexpr Permission give_numbers{"outgoing.number",
                                         "Cấp số, hủy số văn bản đi",
                                         {"agency_officer", "agency_head", "coordinator"}};
inline constexpr Permission deliver_documents{
    "outgoing.deliver", "Gửi văn bản đi", {"agency_officer", "agency_head", "coordinator"}};
inline constexpr Permission sign_documents{
    "outgoing.sign",
    "Chuẩn bị và nhận chữ ký số của văn bản đi",
    {"agency_officer", "agency_head", "coordinator", "approver"}};
inline constexpr Permission manage_templates{"outgoing.templates",
                                             "Quản lý mẫu văn bản của cơ quan",
                                             {"administrator", "agency_head", "coordinator"}};
inline constexpr Permission manage_series{
    "outgoing.series", "Quản lý sổ số văn bản đi", {"administrator", "agency_head", "coordinator"}};

inline constexpr Permission manage_lists{
    "outgoing.lists",
    "Quản lý danh sách nơi nhận",
    {"administrator", "agency_head", "coordinator", "agency_officer"}};

}  // namespace caicach::outgoing
