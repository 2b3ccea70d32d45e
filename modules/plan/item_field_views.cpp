#include "plan/item_field_views.hpp"

#include <algorithm>
#include <array>

#include "plan/area.hpp"
#include "plan/form_views.hpp"
#include "plan/item_form.hpp"
#include "plan/item_texts.hpp"
#include "web/components/fields.hpp"

namespace caicach::plan
{
namespace
{

using html::Writer;
using web::Choice;

/// Writes fields of one form with their ids, values and faults.
class Fields
{
public:
    Fields(Writer& out, const Context& context, const http::Form& form, const std::string& key)
        : m_out(out), m_context(context), m_form(form), m_prefix("muc-" + key + "-")
    {
    }

    void text(std::string_view name, std::string_view label, std::string_view hint = {})
    {
        with(name, label, hint, [&](const web::Field& field) { web::text_field(m_out, field); });
    }
    void area(std::string_view name, std::string_view label, std::string_view hint = {})
    {
        with(name, label, hint, [&](const web::Field& field) { web::text_area(m_out, field); });
    }
    void day(std::string_view name, std::string_view label)
    {
        with(name, label, {}, [&](const web::Field& field) { web::date_field(m_out, field); });
    }
    void number(std::string_view name, std::string_view label)
    {
        with(name, label, {},
             [&](const web::Field& field) { web::number_field(m_out, {.field = field}); });
    }
    void select(std::string_view name, std::string_view label, std::vector<Choice> choices,
                std::string_view none_text, std::string_view hint = {})
    {
        for (auto& choice : choices) choice.is_chosen = choice.value == m_form.value(name);
        with(name, label, hint, [&](const web::Field& field) {
            web::select_field(m_out, {field, choices, none_text});
        });
    }
    void check(std::string_view name, std::string_view label, bool is_checked,
               std::string_view hint = {})
    {
        with(name, label, hint, [&](web::Field field) {
            field.value = "1";
            web::checkbox_field(m_out, {field, is_checked});
        });
    }
    template <class Write>
    void with(std::string_view name, std::string_view label, std::string_view hint,
              const Write& write)
    {
        const auto id = m_prefix + std::string{name};
        const auto fault = fault_of(m_context, m_form, name);
        write(web::Field{.name = name,
                         .label = label,
                         .value = m_form.value(name),
                         .hint = hint,
                         .error = fault,
                         .id = id});
    }

private:
    Writer& m_out;
    const Context& m_context;
    const http::Form& m_form;
    std::string m_prefix;
};

std::vector<Choice> periods(bool with_none)
{
    std::vector<Choice> choices;
    for (const auto period : {Period::none, Period::week, Period::month, Period::quarter,
                              Period::half, Period::year, Period::whole}) {
        // Of a recurrence the period may be unsaid; of a quota it may be all the plan's years.
        const auto left_out = with_none ? Period::whole : Period::none;
        if (period == left_out) continue;
        choices.push_back({name_of(period), period == Period::none ? "chưa rõ kỳ" : label(period)});
    }
    return choices;
}

void write_agencies(Writer& out, Fields& fields, const ItemEditorPage& page, Role role)
{
    std::vector<Choice> choices;
    choices.reserve(page.item.agencies(role).size());
    for (const auto& mention : page.item.agencies(role)) {
        const auto known = std::ranges::find(page.names, mention.text, &NameChoice::name);
        const std::string_view shown =
            known == page.names.end() ? std::string_view{mention.text} : known->shown;
        choices.push_back({mention.text, shown, {}, true});
    }
    fields.with(name_of(role), label(role), {}, [&](web::Field field) {
        web::multiple_field(out, {.field = field, .choices = choices, .more_id = agency_names_id});
    });
}

void write_schedule(Writer& out, Fields& fields, const http::Form& form, const Item& item,
                    const std::string& key)
{
    out({"<fieldset class=\"field schedule\"><legend>Thời gian</legend>"});
    fields.select("schedule", "Cách tính",
                  {{"window", "Trong khoảng từ ngày – đến ngày"},
                   {"deadline", "Có hạn là một ngày"},
                   {"recurring", "Lặp lại theo kỳ"},
                   {"ongoing", "Thường xuyên"}},
                  "Không nói đến");
    // The style sheet shows the fields of the chosen kind alone.
    out({"<div class=\"form__columns schedule__window\">"});
    fields.day("from", "Từ ngày");
    fields.day("to", "Đến ngày");
    out({"</div><div class=\"form__columns schedule__deadline\">"});
    fields.day("due", "Thời hạn");
    fields.check("yearly", "Năm nào cũng đến hạn ngày ấy", !form.value("yearly").empty());
    out({"</div><div class=\"form__columns schedule__recurring\">"});
    fields.select("every", "Kỳ lặp lại", periods(true), {});
    fields.number("day", "Ngày mấy của tháng");
    fields.select("month", "Của tháng nào",
                  {{name_of(DueMonth::last), "Tháng cuối của kỳ"},
                   {name_of(DueMonth::first), "Tháng đầu của kỳ"},
                   {name_of(DueMonth::after), "Tháng sau, khi kỳ đã hết"}},
                  {}, "“Ngày 05 tháng sau”, “ngày 05 của tháng đầu quý sau”: chọn tháng sau.");
    out({"</div><div class=\"schedule__limit\">"});
    fields.select("limit", "Ngày ấy còn tính không",
                  {{name_of(Limit::before), "Không: trước ngày"},
                   {name_of(Limit::by), "Còn: chậm nhất, đến hết ngày"}},
                  {}, "“Trước ngày 25” nghĩa là đến hết ngày 24.");
    out({"</div>"});
    write_schedule_sentence(out, item, key);
    out({"</fieldset>"});
}

void write_quota(Writer& out, Fields& fields, const http::Form& form, std::size_t row)
{
    const auto name = [&](std::string_view field) { return row_field(field, row); };
    out({"<div class=\"form__columns\">"});
    fields.number(name("quota_count"), "Số lượng");
    fields.text(name("quota_unit"), "Đơn vị");
    fields.select(name("quota_per"), "Mỗi", periods(false), "– chọn kỳ –");
    fields.text(name("quota_subject"), "Của ai, về gì");
    fields.check(name("quota_at_least"), "Ít nhất", !form.value(name("quota_at_least")).empty());
    out({"</div>"});
}

void write_metric(Writer& out, Fields& fields, std::size_t row)
{
    const auto name = [&](std::string_view field) { return row_field(field, row); };
    out({"<div class=\"form__columns\">"});
    fields.text(name("metric_subject"), "Chỉ số");
    std::vector<Choice> choices;
    choices.reserve(measures.size());
    for (const auto& measure : measures) choices.push_back({measure.op, measure.text});
    fields.select(name("metric_op"), "So sánh", choices, {});
    fields.number(name("metric_value"), "Giá trị");
    fields.text(name("metric_unit"), "Đơn vị");
    fields.select(name("metric_direction"), "Chiều", {{"increase", "tăng"}, {"decrease", "giảm"}},
                  "mức đạt được");
    fields.text(name("metric_baseline"), "So với");
    out({"</div>"});
}

/// The row to add: folded so that it takes no room, unless something stands in it.
template <class Write>
void write_last_row(Writer& out, std::string_view summary, bool is_filled, const Write& write)
{
    out({"<details class=\"quiet-details\"", html::when(is_filled, " open"), "><summary>", summary,
         "</summary>"});
    write();
    out({"</details>"});
}

void write_understood(Writer& out, const std::string& text)
{
    if (!text.empty()) out({"<p class=\"item-card__understood\">Hiểu là: ", text, "</p>"});
}

}  // namespace

void write_schedule_sentence(html::Writer& out, const Item& item, const std::string& key)
{
    out({"<div id=\"muc-", key, "-hieu-thoi-gian\" data-part>"});
    write_understood(out, schedule_text(item));
    out({"</div>"});
}

void write_quota_rows(html::Writer& out, const Context& context, const http::Form& form,
                      const Item& item, const std::string& key)
{
    Fields fields{out, context, form, key};
    out({"<div id=\"muc-", key, "-dinh-muc\" data-part>"});
    const auto rows = quota_rows(form);
    for (std::size_t row = 0; row + 1 < rows; ++row) write_quota(out, fields, form, row);
    write_understood(out, quotas_text(item));
    const bool is_filled = !form.value(row_field("quota_count", rows - 1)).empty();
    write_last_row(out, "Thêm số lượng", is_filled,
                   [&] { write_quota(out, fields, form, rows - 1); });
    out({"</div>"});
}

void write_metric_rows(html::Writer& out, const Context& context, const http::Form& form,
                       const Item& item, const std::string& key)
{
    Fields fields{out, context, form, key};
    out({"<div id=\"muc-", key, "-chi-so\" data-part>"});
    const auto rows = metric_rows(form);
    for (std::size_t row = 0; row + 1 < rows; ++row) write_metric(out, fields, row);
    write_understood(out, metrics_text(item));
    const bool is_filled = !form.value(row_field("metric_value", rows - 1)).empty();
    write_last_row(out, "Thêm mức phải đạt", is_filled,
                   [&] { write_metric(out, fields, rows - 1); });
    out({"</div>"});
}

void write_item_fields(html::Writer& out, const Context& context, const ItemEditorPage& page,
                       const std::string& key)
{
    Fields fields{out, context, page.form, key};
    fields.area("title", "Nội dung");
    out({"<div class=\"form__columns\">"});
    std::vector<Choice> types;
    for (const auto type : {ItemType::target, ItemType::activity, ItemType::topic,
                            ItemType::channel, ItemType::duty}) {
        types.push_back({name_of(type), label(type)});
    }
    fields.select("type", "Loại", types, {});
    std::vector<Choice> area_choices;
    for (const auto& area : areas()) area_choices.push_back({area.key, area.text});
    fields.select("area", "Lĩnh vực cải cách", area_choices, "Chưa xếp");
    fields.text("path", "Số thứ tự trong văn bản");
    out({"</div>"});
    for (const auto role : roles) {
        write_agencies(out, fields, page, role);
    }
    // Script takes such names in the fields above.
    out(
        {"<details class=\"quiet-details without-script\"><summary>Gõ tên cơ quan như trong văn "
         "bản</summary>"});
    for (const auto role : roles) {
        fields.with(std::string{name_of(role)} + "_other", label(role),
                    "Cả tên không có trong danh mục; nhiều tên cách nhau bằng dấu chấm phẩy.",
                    [&](web::Field field) {
                        field.list_id = agency_names_id;
                        web::text_field(out, field);
                    });
    }
    out({"</details>"});
    write_schedule(out, fields, page.form, page.item, key);
    out({"<fieldset class=\"field\"><legend>Số lượng theo kỳ</legend>"});
    write_quota_rows(out, context, page.form, page.item, key);
    out({"</fieldset><fieldset class=\"field\"><legend>Mức phải đạt</legend>"});
    write_metric_rows(out, context, page.form, page.item, key);
    out({"</fieldset>"});
    fields.text("excluding", "Không tính", "Những gì văn bản viết “trừ …”, “không bao gồm …”.");
    fields.text("product", "Sản phẩm, kết quả",
                "Ghi “Tin, bài”, “Báo cáo”, “Quyết định” …: quyết định loại kết quả được tính.");
    fields.text("budget", "Kinh phí");
    std::vector<Choice> audience;
    for (const std::string_view value : {"officials", "citizens", "businesses"}) {
        const auto& chosen = page.item.audience;
        audience.push_back(
            {value, audience_label(value), {}, std::ranges::find(chosen, value) != chosen.end()});
    }
    fields.with("audience", "Đối tượng", {}, [&](const web::Field& field) {
        web::checkbox_group(out, {.field = field, .choices = audience});
    });
    fields.check("requested", "Đề nghị, không giao", page.item.requested,
                 "Văn bản viết “Đề nghị …”: không bao giờ tính là trễ hạn.");
    fields.check("reviewed", "Đã xem, đúng với văn bản", page.item.is_reviewed);
}

}  // namespace caicach::plan
