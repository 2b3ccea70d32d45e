#include <algorithm>
#include <array>

#include "calendar/moment.hpp"
#include "obligation/limits.hpp"
#include "obligation/target/exclusion_paths.hpp"
#include "obligation/target/target_paths.hpp"
#include "obligation/target/target_views.hpp"
#include "web/components/fault.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::obligation
{
namespace
{

using html::Writer;

std::string amounts_line(const MeasurementsPage& page, const Measurement& one)
{
    auto text = amounts_text(page.measure, one.amounts);
    // Where figures tell the part, only the whole was stated.
    if (!text.empty() || !one.amounts.denominator) return text;
    return amounts_text({.key = page.measure.key, .metric = {.unit = page.measure.metric.unit}},
                        {.value = one.amounts.denominator});
}

/// The button of what may be taken back, or that it was.
void taking_back_cell(Writer& out, const Context& context, const MeasurementsPage& page,
                      const Measurement& one)
{
    const bool is_gone = std::ranges::any_of(
        page.history, [&](const Measurement& other) { return other.takes_back == one.id; });
    if (is_gone) out({"Đã rút lại"});
    if (is_gone || one.takes_back || !page.may_state) return;
    const auto action = taking_back_path(page.plan.code, page.target.code());
    const auto id = std::to_string(one.id.value);
    const std::array<web::HiddenValue, 3> values{{{.name = "muc", .value = page.measure.key},
                                                  {.name = "co-quan", .value = page.agency.code},
                                                  {.name = "measurement", .value = id}}};
    web::post_button(out, {.text = "Rút lại",
                           .action = action,
                           .csrf = context.surroundings().csrf,
                           .emphasis = web::Emphasis::tertiary,
                           .values = values,
                           .is_small = true});
}

void history_table(Writer& out, const Context& context, const MeasurementsPage& page)
{
    out({"<h2>Số liệu đã ghi</h2>"});
    if (page.history.empty()) {
        out({"<p>Chưa có số liệu nào.</p>"});
        return;
    }
    constexpr std::array columns{web::Column{.name = "Đến ngày"},  web::Column{.name = "Số liệu"},
                                 web::Column{.name = "Nguồn"},     web::Column{.name = "Ghi lúc"},
                                 web::Column{.name = "Người ghi"}, web::Column{.name = ""}};
    web::table(out, {.caption = "Ghi sau đứng trước", .columns = columns}, [&](web::Rows& rows) {
        for (const auto& one : page.history) {
            const auto when = vietnamese_moment(one.stated_at);
            const auto person = page.people.find(one.account);
            rows.begin();
            rows.cell([&](Writer& cell) { web::date(cell, one.as_of); });
            rows.cell((one.takes_back ? "Rút lại: " : "") + amounts_line(page, one));
            rows.cell(one.source);
            rows.cell(when);
            rows.cell(person == page.people.end() ? std::string_view{} : person->second);
            rows.cell([&](Writer& cell) { taking_back_cell(cell, context, page, one); });
            rows.end();
        }
    });
}

void answer_field(Writer& out, const MeasurementsPage& page, const web::Fault& fault)
{
    const std::array choices{web::Choice{"co", "Đạt", "", page.typed.answer == "co"},
                             web::Choice{"khong", "Chưa đạt", "", page.typed.answer == "khong"}};
    web::radio_field(
        out, {.field = {.name = "answer", .label = "Đã đạt chưa", .error = fault.at("answer")},
              .choices = choices});
}

void pair_fields(Writer& out, const MeasurementsPage& page, const web::Fault& fault)
{
    const bool is_change = page.measure.kind() == MeasureKind::change;
    const auto baseline = page.measure.metric.baseline.empty()
                              ? std::string{"Giá trị kỳ gốc"}
                              : "Giá trị " + page.measure.metric.baseline;
    if (page.measure.numerator_figure.empty()) {
        web::number_field(out, {.field = {.name = "numerator",
                                          .label = is_change ? "Giá trị nay" : "Tử số",
                                          .value = page.typed.numerator,
                                          .hint = is_change ? "" : "Số đã đạt, đã làm.",
                                          .error = fault.at("numerator")}});
    }
    web::number_field(out, {.field = {.name = "denominator",
                                      .label = is_change ? std::string_view{baseline} : "Mẫu số",
                                      .value = page.typed.denominator,
                                      .hint = is_change ? "" : "Tổng số phải tính.",
                                      .error = fault.at("denominator")}});
}

void number_fields(Writer& out, const MeasurementsPage& page, const web::Fault& fault)
{
    const auto& measure = page.measure;
    if (measure.is_condition) return answer_field(out, page, fault);
    const bool is_count = measure.kind() == MeasureKind::count;
    if (!is_count) pair_fields(out, page, fault);
    const bool takes_value =
        is_count || (measure.kind() == MeasureKind::share && measure.numerator_figure.empty());
    if (!takes_value) return;
    web::number_field(
        out, {.field = {.name = "value",
                        .label = is_count ? "Số đã đạt" : "Hoặc chỉ có tỷ lệ",
                        .value = page.typed.value,
                        .hint = is_count ? ""
                                         : "Khi không có tử số và mẫu số, như kết quả khảo "
                                           "sát. Tỷ lệ riêng không cộng được với cơ quan "
                                           "khác.",
                        .error = fault.at("value"),
                        .requirement =
                            is_count ? web::Requirement::required : web::Requirement::optional},
              .unit = measure.metric.unit});
}

void measurement_form(Writer& out, const Context& context, const MeasurementsPage& page,
                      const web::Fault& fault)
{
    const auto action = measurements_path(page.plan.code, page.target.code());
    const auto today = context.today().vietnamese();
    const auto& day = page.typed_as_of.empty() && !page.error ? today : page.typed_as_of;
    out({"<h2>Ghi số liệu mới</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "muc", .value = page.measure.key});
        web::hidden(fields, {.name = "co-quan", .value = page.agency.code});
        number_fields(fields, page, fault);
        web::date_field(fields, {.name = "as_of",
                                 .label = "Số liệu đến ngày",
                                 .value = day,
                                 .error = fault.at("as_of")});
        web::text_field(fields, {.name = "source",
                                 .label = "Nguồn",
                                 .value = page.typed_source,
                                 .hint = "Hệ thống, báo cáo số …, biên bản …",
                                 .error = fault.at("source"),
                                 .length_max = limits::source_length_max});
        web::submit_button(fields, {.text = "Ghi số liệu"});
    });
}

/// Where an agency says that it is not concerned.
void exclusions_link(Writer& out, const MeasurementsPage& page)
{
    const auto path = exclusions_path(page.plan.code, page.target.code());
    out({"<p><a href=\"", html::url(path), "\">",
         page.excluded.empty() ? std::string_view{"Chỉ tiêu không áp dụng cho cơ quan?"}
                               : std::string_view{"Xem, rút lại"},
         "</a></p>"});
}

}  // namespace

http::Response measurements_page(const Context& context, const MeasurementsPage& page)
{
    const auto fault = web::fault_of(context, page.error);
    const auto& item = page.target.item;
    auto frame = web::frame_of(context, "Số liệu của " + page.agency.name);
    frame.crumbs = {{.text = item.path + ". " + item.title,
                     .path = target_path(page.plan.code, page.target.code())}};
    const auto sentence = page.is_earlier ? "Theo cách ghi trước: " + page.measure.metric.subject
                                          : "Phải đạt: " + page.measure.sentence();
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = "Số liệu của " + page.agency.name,
                                  .caption = item.path + ". " + item.title,
                                  .lead = sentence});
            history_table(out, context, page);
            if (page.is_earlier) {
                web::notice(out, {.tone = web::Tone::info,
                                  .text = "Kế hoạch đã sửa lời của mức này. Số ở đây ghi theo lời "
                                          "cũ; số mới ghi ở mức đang dùng."});
            } else if (!page.excluded.empty()) {
                web::notice(out,
                            {.tone = web::Tone::info,
                             .text = "Chỉ tiêu không áp dụng cho cơ quan này: " + page.excluded,
                             .title = "Không thuộc diện"});
                exclusions_link(out, page);
            } else if (page.measure.is_told_by_figures()) {
                web::notice(out, {.tone = web::Tone::info,
                                  .text = "Số này tính từ các kết quả đã ghi nhận; cơ quan không "
                                          "phải ghi tay."});
            } else if (page.may_state) {
                measurement_form(out, context, page, fault);
                exclusions_link(out, page);
            }
        },
        fault.status);
}

}  // namespace caicach::obligation
