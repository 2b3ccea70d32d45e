#pragma once
#include <fstream>
#include <string>

#include "document/official_document.hpp"

namespace caicach::document::testing
{

inline void write_file(const std::string& path, const std::string& bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

/// One of everything, of a province that does not exist.
inline OfficialDocument sample_report()
{
    using Kind = OfficialParagraphKind;
    OfficialDocument report{.parent = "UBND tỉnh Sông Lam",
                            .issuer = "Sở Nội vụ",
                            .number = "05/BC-SNV",
                            .place = "Sông Lam",
                            .date = Date::create(2026, 1, 5),
                            .kind = "Báo cáo",
                            .subject = "Kết quả cải cách hành chính quý IV năm 2025",
                            .addressees = {"Ủy ban nhân dân tỉnh", "Bộ Nội vụ"},
                            .recipients = {"Như trên", "Lãnh đạo Sở", "Lưu: VT"}};
    report.signature = {.lines = {"KT. Giám đốc", "Phó Giám đốc"}, .name = "Lê Văn Tám"};
    OfficialParagraph mixed;
    mixed.runs = {
        {.text = "Trong quý, "},
        {.text = "12 cơ quan", .is_bold = true},
        {.text = " nộp báo cáo "},
        {.text = "đúng hạn", .is_italic = true},
        {.text = ", tăng 03 cơ quan so với quý trước; các cơ quan còn lại đã giải trình."}};
    OfficialTable late{.columns = {{.title = "Các cơ quan chậm", .share = 3},
                                   {.title = "Số việc", .alignment = OfficialAlignment::right}}};
    late.rows = {{.cells = {"Sở Y tế", "4"}},
                 {.cells = {"Sở Tài chính", "1"}},
                 {.cells = {"Cộng", "5"}, .is_bold = true}};
    report.body = {official_paragraph("Căn cứ Kế hoạch cải cách hành chính năm 2025;", Kind::basis),
                   official_paragraph("Sở Nội vụ báo cáo như sau:"),
                   official_paragraph("I. Kết quả", Kind::heading),
                   mixed,
                   late,
                   official_paragraph("II. Kiến nghị", Kind::heading),
                   official_paragraph("Đề nghị nhắc các cơ quan nộp chậm."),
                   official_paragraph("Trên đây là báo cáo của Sở Nội vụ.")};
    OfficialTable long_table{.columns = {{.title = "STT", .alignment = OfficialAlignment::centre},
                                         {.title = "Nội dung công việc", .share = 6},
                                         {.title = "Cơ quan chủ trì", .share = 3},
                                         {.title = "Hạn xử lý", .share = 2}}};
    for (int number = 1; number <= 80; ++number) {
        const auto text = std::to_string(number);
        long_table.rows.push_back({.cells = {text, "Việc số " + text, "Sở Y tế", "30/9/2025"}});
    }
    report.annexes = {{.title = "Danh mục việc chậm",
                       .note = "(Kèm theo Báo cáo số 05/BC-SNV ngày 05 tháng 01 năm 2026)",
                       .is_landscape = true,
                       .blocks = {long_table}},
                      {.title = "Cách tính", .blocks = {official_paragraph("Tính theo ngày.")}}};
    return report;
}

}  // namespace caicach::document::testing
