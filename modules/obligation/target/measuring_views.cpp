#include <array>

#include "obligation/limits.hpp"
#include "obligation/target/target_paths.hpp"
#include "obligation/target/target_views.hpp"
#include "web/components/fault.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::obligation
{
namespace
{

using html::Writer;

struct FigureChoice {
    std::string_view name{};
    std::string_view label{};
    std::string_view chosen{};
    std::string_view error{};
    std::string_view id{};
};

void figure_field(Writer& out, const std::vector<evidence::Figure>& figures,
                  const FigureChoice& choice)
{
    std::vector<web::Choice> choices;
    choices.reserve(figures.size());
    for (const auto& figure : figures)
        choices.push_back({figure.key, figure.text, {}, figure.key == choice.chosen});
    web::select_field(out, {.field = {.name = choice.name,
                                      .label = choice.label,
                                      .error = choice.error,
                                      .id = choice.id,
                                      .requirement = web::Requirement::optional},
                            .choices = choices,
                            .none_text = "Cơ quan ghi"});
}

/// Of whom it is asked.
void scope_field(Writer& out, std::string_view chosen, std::string_view error, std::string_view id)
{
    const std::array choices{
        web::Choice{name_of(MeasureScope::each), "Mỗi cơ quan tự đạt",
                    "Đếm số cơ quan đạt; chỉ tiêu đạt khi mọi cơ quan đạt.",
                    chosen == name_of(MeasureScope::each)},
        web::Choice{name_of(MeasureScope::together), "Tính chung mọi cơ quan",
                    "Cộng số của các cơ quan.", chosen == name_of(MeasureScope::together)}};
    web::select_field(out, {.field = {.name = "scope",
                                      .label = "Mức này là của",
                                      .error = error,
                                      .id = id,
                                      .requirement = web::Requirement::optional},
                            .choices = choices,
                            .none_text = "Theo lời kế hoạch"});
}

/// Whether it is a part of the value before it; the first one stands before all.
void place_field(Writer& out, const MeasuringPage& page, const Measure& measure,
                 std::string_view chosen, std::string_view error, std::string_view id)
{
    if (measure.key == page.target.measures.front().key) return;
    const auto hint = "Của “" + page.target.measures.front().sentence() + "”.";
    const std::array choices{web::Choice{name_of(MeasurePlace::part), "Là một phần (trong đó …)",
                                         hint, chosen == name_of(MeasurePlace::part)},
                             web::Choice{name_of(MeasurePlace::whole),
                                         "Là mức riêng",
                                         {},
                                         chosen == name_of(MeasurePlace::whole)}};
    web::select_field(out, {.field = {.name = "place",
                                      .label = "So với mức đứng đầu",
                                      .error = error,
                                      .id = id,
                                      .requirement = web::Requirement::optional},
                            .choices = choices,
                            .none_text = "Theo lời kế hoạch"});
}

/// From which figures the numbers of a measure are read, and of whom it is asked.
void way_form(Writer& out, const Context& context, const MeasuringPage& page,
              const Measure& measure, const web::Fault& fault)
{
    const bool is_refused = page.error && page.typed_measure == measure.key;
    const auto rule = page.rules.find(measure.key);
    const auto seen = std::to_string(rule == page.rules.end() ? 0 : rule->second.id);
    const FigureKeys stored{measure.numerator_figure, measure.denominator_figure};
    const auto& chosen = is_refused ? page.typed_figures : stored;
    const auto scope = is_refused ? std::string_view{page.typed_scope} : name_of(measure.scope);
    const auto fault_at = [&](std::string_view field) {
        return is_refused ? fault.at(field) : std::string_view{};
    };
    // Where a form is refused, the summary's links lead to the plain names.
    const auto top_id = is_refused ? std::string{} : "tu-so-" + measure.key;
    const auto bottom_id = is_refused ? std::string{} : "mau-so-" + measure.key;
    const auto scope_id = is_refused ? std::string{} : "cua-ai-" + measure.key;
    const auto place_id = is_refused ? std::string{} : "la-phan-" + measure.key;
    const auto place = is_refused ? std::string_view{page.typed_place} : name_of(measure.place);
    const bool is_count = measure.kind() == MeasureKind::count;
    const auto action = measuring_path(page.plan.code, page.target.code());
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "muc", .value = measure.key});
        web::hidden(fields, {.name = "seen", .value = seen});
        figure_field(fields, page.figures,
                     {.name = "numerator",
                      .label = is_count ? "Số đã đạt lấy từ" : "Tử số lấy từ",
                      .chosen = chosen.numerator,
                      .error = fault_at("numerator"),
                      .id = top_id});
        if (!is_count)
            figure_field(fields, page.figures,
                         {.name = "denominator",
                          .label = "Mẫu số lấy từ",
                          .chosen = chosen.denominator,
                          .error = fault_at("denominator"),
                          .id = bottom_id});
        scope_field(fields, scope, fault_at("scope"), scope_id);
        place_field(fields, page, measure, place, fault_at("place"), place_id);
        web::submit_button(fields, {.text = "Lưu cách đo", .emphasis = web::Emphasis::secondary});
    });
}

void going_on_button(Writer& out, const Context& context, const MeasuringPage& page,
                     const Measure& measure, std::string_view earlier)
{
    const auto rule = page.rules.find(measure.key_of_words);
    const auto seen = std::to_string(rule == page.rules.end() ? 0 : rule->second.id);
    const auto action = measuring_path(page.plan.code, page.target.code());
    const std::array<web::HiddenValue, 3> values{{{.name = "muc", .value = measure.key},
                                                  {.name = "noi", .value = earlier},
                                                  {.name = "seen", .value = seen}}};
    const bool goes_on = earlier != continues_none;
    web::post_button(out, {.text = goes_on ? "Nối tiếp số liệu này" : "Thôi nối số liệu cũ",
                           .action = action,
                           .csrf = context.surroundings().csrf,
                           .values = values,
                           .is_small = true});
}

/// Where the plan's words were corrected: whose numbers the measure goes on with, or could.
void going_on_part(Writer& out, const Context& context, const MeasuringPage& page,
                   const Measure& measure)
{
    if (measure.is_set || measure.is_condition) return;
    if (measure.key != measure.key_of_words) {
        out({"<p>Kế hoạch đã sửa lời; mức này nối tiếp số liệu ghi theo lời cũ.</p>"});
        going_on_button(out, context, page, measure, continues_none);
        return;
    }
    for (const auto& earlier : page.target.earlier) {
        if (earlier.is_set || earlier.kind() != measure.kind()) continue;
        out({"<p>Có số liệu ghi theo lời cũ “", earlier.metric.subject,
             "”. Nếu vẫn đo cùng một điều, hãy nối tiếp.</p>"});
        going_on_button(out, context, page, measure, earlier.key);
    }
}

void measure_part(Writer& out, const Context& context, const MeasuringPage& page,
                  const Measure& measure, const web::Fault& fault)
{
    out({"<section><h2>", measure.sentence(), "</h2>"});
    if (!measure.is_condition) way_form(out, context, page, measure, fault);
    going_on_part(out, context, page, measure);
    if (measure.is_set) {
        const auto action = ending_path(page.plan.code, page.target.code());
        const std::array<web::HiddenValue, 1> values{{{.name = "muc", .value = measure.key}}};
        web::post_button(out, {.text = "Thôi dùng mức này",
                               .action = action,
                               .csrf = context.surroundings().csrf,
                               .values = values,
                               .is_small = true});
    }
    out({"</section>"});
}

void value_form(Writer& out, const Context& context, const MeasuringPage& page,
                const web::Fault& fault)
{
    const auto action = measuring_path(page.plan.code, page.target.code());
    std::vector<web::Choice> ops;
    ops.reserve(plan::measures.size());
    for (const auto& measure : plan::measures)
        ops.push_back({measure.op, measure.text, {}, measure.op == page.typed.op});
    const auto at = [&](std::string_view field) {
        return page.typed_measure.empty() ? fault.at(field) : std::string_view{};
    };
    out(
        {"<section><h2>Thêm mức phải đạt</h2><p>Khi kế hoạch ghi “theo quy định”, “theo mục tiêu "
         "năm …”, hoặc khi một con số gồm nhiều điều kiện: mỗi điều kiện một mức.</p>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::text_field(fields, {.name = "subject",
                                 .label = "Đo cái gì",
                                 .value = page.typed.subject,
                                 .error = at("subject"),
                                 .length_max = limits::measure_text_max});
        web::select_field(fields, {.field = {.name = "op",
                                             .label = "So sánh",
                                             .error = at("op"),
                                             .requirement = web::Requirement::optional},
                                   .choices = ops,
                                   .none_text = "Không có số: đạt hoặc chưa đạt"});
        web::number_field(fields, {.field = {.name = "value",
                                             .label = "Mức",
                                             .value = page.typed.value,
                                             .error = at("value"),
                                             .requirement = web::Requirement::optional}});
        web::text_field(fields, {.name = "unit",
                                 .label = "Đơn vị",
                                 .value = page.typed.unit,
                                 .hint = "%, hồ sơ, lớp …",
                                 .error = at("unit"),
                                 .requirement = web::Requirement::optional,
                                 .length_max = limits::measure_text_max});
        web::text_field(fields, {.name = "source",
                                 .label = "Văn bản quy định",
                                 .value = page.typed.source,
                                 .hint = "Số, ký hiệu, tên văn bản, điều khoản.",
                                 .error = at("source"),
                                 .length_max = limits::source_length_max});
        web::date_field(fields, {.name = "source_on",
                                 .label = "Ngày văn bản",
                                 .value = page.typed_source_on,
                                 .error = at("source_on")});
        web::submit_button(fields, {.text = "Thêm mức"});
    });
    out({"</section>"});
}

}  // namespace

http::Response measuring_page(const Context& context, const MeasuringPage& page)
{
    const auto fault = web::fault_of(context, page.error);
    const auto& item = page.target.item;
    auto frame = web::frame_of(context, "Cách đo chỉ tiêu " + item.path);
    frame.crumbs = {{.text = item.path + ". " + item.title,
                     .path = target_path(page.plan.code, page.target.code())}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(
                out, {.title = "Cách đo chỉ tiêu", .caption = item.path + ". " + item.title});
            for (const auto& measure : page.target.measures)
                measure_part(out, context, page, measure, fault);
            value_form(out, context, page, fault);
        },
        fault.status);
}

}  // namespace caicach::obligation
