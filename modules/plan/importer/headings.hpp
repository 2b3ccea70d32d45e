#pragma once
#include <string_view>

/// What a line is by its look alone: a name over others, an opening of a list, a pointer.
namespace caicach::plan::importer
{

/// A heading names; a statement says. Long texts and those that end a sentence are statements.
[[nodiscard]] bool is_heading_text(std::string_view text);
/// "…, cụ thể như sau:"
[[nodiscard]] bool opens_list(std::string_view text);
/// "(Có Danh mục kèm theo)", "(Chi tiết tại Phụ lục I kèm theo)".
[[nodiscard]] bool names_annex(std::string_view text);
/// "NỘI DUNG" and no more: of what, the headings around it say.
[[nodiscard]] bool is_bare_content(std::string_view heading);
/// "Tổ chức hội nghị …", "In tờ rơi …": a heading that is a piece of work, and no mere subject.
[[nodiscard]] bool names_work(std::string_view heading);
/// "Tuyên truyền trên báo chí", "Qua hệ thống loa": a heading that names a form and no more.
[[nodiscard]] bool names_form(std::string_view heading);
/// "Nội dung dành cho người dân": contents, and not "Nội dung, nhiệm vụ", "Nội dung thực hiện".
[[nodiscard]] bool opens_with_content(std::string_view heading);

/// "Thời gian, địa điểm", "Kinh phí": terms of the whole plan stand below.
[[nodiscard]] bool names_plan_terms(std::string_view heading);
/// "Thời gian thực hiện: trong năm 2026" and no more.
[[nodiscard]] bool states_plan_time(std::string_view text);

}  // namespace caicach::plan::importer
