#include "outgoing/template/template_fields.hpp"

#include <utility>

#include "text/text.hpp"

namespace caicach::outgoing
{
namespace
{

using document::TemplateField;
using Kind = document::TemplateFieldKind;

document::TemplateFields make_fields()
{
    document::TemplateFields fields{
        {.name = "so_van_ban", .text = "Số của văn bản: 05"},
        {.name = "so_ky_hieu", .text = "Số và ký hiệu: 05/BC-SNV"},
        {.name = "ky_hieu", .text = "Ký hiệu: BC-SNV"},
        {.name = "dia_danh", .text = "Nơi ban hành"},
        {.name = "ngay_thang", .text = "ngày 05 tháng 01 năm 2026"},
        {.name = "co_quan_tren", .text = "Cơ quan chủ quản"},
        {.name = "co_quan", .text = "Cơ quan ban hành"},
        {.name = "ten_loai", .text = "Tên loại văn bản; công văn thì để trống"},
        {.name = "trich_yeu", .text = "Trích yếu nội dung"},
        {.name = "can_cu", .text = "Các căn cứ, mỗi căn cứ một đoạn"},
        {.name = "noi_dung", .text = "Nội dung, không gồm căn cứ; mỗi đoạn một dòng"},
        {.name = "quyen_han", .text = "Quyền hạn: KT. GIÁM ĐỐC"},
        {.name = "chuc_vu", .text = "Chức vụ của người ký"},
        {.name = "nguoi_ky", .text = "Họ và tên người ký"},
        {.name = "nguoi_soan", .text = "Ký hiệu người soạn"},
        {.name = "so_ban", .text = "Số bản phát hành"},
        {.name = "kinh_gui",
         .text = "Các nơi kính gửi",
         .kind = Kind::list,
         .columns = {{.name = "ten", .text = "Tên nơi nhận"},
                     {.name = "dau", .text = "Dấu câu sau tên: ; hoặc ."}}},
        {.name = "noi_nhan",
         .text = "Nơi nhận ở cuối văn bản",
         .kind = Kind::list,
         .columns = {{.name = "ten", .text = "Tên nơi nhận"},
                     {.name = "dau", .text = "Dấu câu sau tên: ; hoặc ."}}}};
    return fields;
}

json::Value lines_of(const std::vector<std::string>& names)
{
    auto list = json::Value::array();
    for (const auto& name : names) {
        const bool is_last = &name == &names.back();
        list.push(json::Value::object().set("ten", name).set("dau", is_last ? "." : ";"));
    }
    return list;
}

std::string words_of(const document::OfficialParagraph& paragraph)
{
    std::string words;
    for (const auto& run : paragraph.runs) words += run.text;
    return words;
}

struct Body {
    std::string basis{};
    std::string text{};
};
void add_line(std::string& text, const std::string& line)
{
    if (!text.empty()) text += '\n';
    text += line;
}
Body body_of(const std::vector<document::OfficialBlock>& blocks)
{
    Body body;
    for (const auto& block : blocks) {
        if (const auto* table = std::get_if<document::OfficialTable>(&block)) {
            for (const auto& row : table->rows) add_line(body.text, text::join(row.cells, " – "));
            continue;
        }
        const auto& paragraph = std::get<document::OfficialParagraph>(block);
        const bool is_basis = paragraph.kind == document::OfficialParagraphKind::basis;
        add_line(is_basis ? body.basis : body.text, words_of(paragraph));
    }
    return body;
}

}  // namespace

const document::TemplateFields& document_fields()
{
    static const auto fields = make_fields();
    return fields;
}

json::Value template_values(const document::OfficialDocument& printed)
{
    auto values = json::Value::object();
    const auto slash = printed.number.find('/');
    const auto body = body_of(printed.body);
    const auto& lines = printed.signature.lines;
    values.set("so_ky_hieu", printed.number)
        .set("so_van_ban", printed.number.substr(0, slash))
        .set("ky_hieu",
             slash == std::string::npos ? std::string{} : printed.number.substr(slash + 1))
        .set("dia_danh", printed.place)
        .set("ngay_thang", printed.date ? printed.date->in_words() : "ngày      tháng      năm")
        .set("co_quan_tren", printed.parent)
        .set("co_quan", printed.issuer)
        .set("ten_loai", printed.kind)
        .set("trich_yeu", printed.subject)
        .set("can_cu", body.basis)
        .set("noi_dung", body.text)
        .set("quyen_han", lines.size() > 1 ? lines.front() : std::string{})
        .set("chuc_vu", lines.empty() ? std::string{} : lines.back())
        .set("nguoi_ky", printed.signature.name)
        .set("nguoi_soan", printed.drafter)
        .set("so_ban", printed.copies > 0 ? std::to_string(printed.copies) : std::string{})
        .set("kinh_gui", lines_of(printed.addressees))
        .set("noi_nhan", lines_of(printed.recipients));
    return values;
}

json::Value trial_values(const document::TemplateFields& fields)
{
    auto values = json::Value::object();
    for (const auto& field : fields) {
        if (field.kind == Kind::text) values.set(field.name, field.text);
        if (field.kind == Kind::condition) values.set(field.name, true);
        if (field.kind != Kind::list) continue;
        auto row = json::Value::object();
        for (const auto& column : field.columns) row.set(column.name, column.text);
        values.set(field.name, json::Value::array().push(row).push(row));
    }
    return values;
}

document::OfficialDocument trial_document(std::string issuer, std::string kind)
{
    using Paragraph = document::OfficialParagraphKind;
    return {.parent = "UBND tỉnh (thử)",
            .issuer = std::move(issuer),
            .number = "05/THU-NGHIEM",
            .place = "Nơi ban hành",
            .date = Date::create(2026, 1, 5),
            .kind = std::move(kind),
            .subject = "Trích yếu thử",
            .addressees = {"Nơi thứ nhất", "Nơi thứ hai"},
            .body = {document::official_paragraph("Căn cứ thứ nhất;", Paragraph::basis),
                     document::official_paragraph("Căn cứ thứ hai;", Paragraph::basis),
                     document::official_paragraph("Đoạn thứ nhất của nội dung."),
                     document::official_paragraph("Đoạn thứ hai của nội dung.")},
            .recipients = {"Như trên", "Lưu: VT"},
            .signature = {.lines = {"KT. Giám đốc", "Phó Giám đốc"}, .name = "Họ và Tên"},
            .drafter = "HVT",
            .copies = 3};
}

}  // namespace caicach::outgoing
