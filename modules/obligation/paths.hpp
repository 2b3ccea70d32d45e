#pragma once
#include <string>
#include <string_view>

namespace caicach::obligation
{

[[nodiscard]] inline std::string inbox_path() { return "/viec"; }
[[nodiscard]] inline std::string task_path(std::string_view code)
{
    return inbox_path() + "/" + std::string(code);
}
[[nodiscard]] inline std::string result_path(std::string_view code)
{
    return task_path(code) + "/ket-qua";
}
[[nodiscard]] inline std::string draft_path(std::string_view code)
{
    return task_path(code) + "/nhap";
}
[[nodiscard]] inline std::string draft_text_path(std::string_view code)
{
    return draft_path(code) + "/chu";
}
[[nodiscard]] inline std::string draft_end_path(std::string_view code)
{
    return draft_path(code) + "/bo";
}
[[nodiscard]] inline std::string proof_pack_path(std::string_view code)
{
    return task_path(code) + "/minh-chung.zip";
}
[[nodiscard]] inline std::string assignment_path(std::string_view code)
{
    return task_path(code) + "/giao";
}
[[nodiscard]] inline std::string excuse_path(std::string_view code)
{
    return task_path(code) + "/mien";
}
[[nodiscard]] inline std::string excuse_end_path(std::string_view code)
{
    return task_path(code) + "/thoi-mien";
}

/// Where a letter's link leads.
[[nodiscard]] inline std::string answer_path(std::string_view secret)
{
    return "/tra-loi/" + std::string(secret);
}

[[nodiscard]] inline std::string feeds_path() { return "/lich-cua-toi"; }
[[nodiscard]] inline std::string feed_revocation_path() { return feeds_path() + "/thu-hoi"; }
/// What programs read: whoever has the secret.
[[nodiscard]] inline std::string feed_path(std::string_view secret)
{
    return "/lich-rieng/" + std::string(secret) + "/viec.ics";
}

[[nodiscard]] inline std::string boards_path() { return "/theo-doi"; }
[[nodiscard]] inline std::string board_path(std::string_view plan_code)
{
    return boards_path() + "/" + std::string(plan_code);
}
[[nodiscard]] inline std::string board_items_path(std::string_view plan_code)
{
    return board_path(plan_code) + "/theo-muc";
}

/// All of its obligations, narrowed by a filter's query.
[[nodiscard]] inline std::string board_tasks_path(std::string_view plan_code)
{
    return board_path(plan_code) + "/viec";
}
/// A table of it, `format` "csv" or "xlsx"; "bang" in the query says which.
[[nodiscard]] inline std::string board_export_path(std::string_view plan_code,
                                                   std::string_view format)
{
    return board_path(plan_code) + "/bang." + std::string(format);
}
/// The proof of what counts for them, narrowed as they are.
[[nodiscard]] inline std::string board_pack_path(std::string_view plan_code)
{
    return board_path(plan_code) + "/minh-chung.zip";
}
[[nodiscard]] inline std::string board_late_path(std::string_view plan_code)
{
    return board_path(plan_code) + "/cham";
}
[[nodiscard]] inline std::string board_notice_path(std::string_view plan_code)
{
    return board_late_path(plan_code) + ".docx";
}
/// Reminders that were sent for it, and where somebody is nudged.
[[nodiscard]] inline std::string reminders_path(std::string_view plan_code)
{
    return board_path(plan_code) + "/nhac-viec";
}
[[nodiscard]] inline std::string publish_path(std::string_view plan_code)
{
    return board_path(plan_code) + "/cong-khai";
}
[[nodiscard]] inline std::string unpublish_path(std::string_view plan_code)
{
    return board_path(plan_code) + "/thoi-cong-khai";
}
/// What everyone sees of it, where its coordinator lets them.
[[nodiscard]] inline std::string public_board_path(std::string_view plan_slug)
{
    return "/ke-hoach/" + std::string(plan_slug) + "/thuc-hien";
}

}  // namespace caicach::obligation
