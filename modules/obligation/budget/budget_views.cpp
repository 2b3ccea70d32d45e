#include "obligation/budget/budget_views.hpp"

#include <array>

#include "calendar/moment.hpp"
#include "obligation/board/board_part_views.hpp"
#include "obligation/board/table_views.hpp"
#include "obligation/budget/budget_paths.hpp"
#include "obligation/limits.hpp"
#include "text/number.hpp"
#include "web/components/fault.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"
#include "web/components/plan_parts.hpp"

namespace caicach::obligation
{
namespace
{

using html::Writer;

void price_fields(Writer& out, const TypedEstimate& typed, const std::vector<Norm>& norms,
                  const web::Fault& fault)
{
    std::vector<std::string> labels;
    labels.reserve(norms.size());
    for (const auto& norm : norms)
        labels.push_back(norm.title + ": " + money_text(norm.ceiling) + "/" + norm.unit);
    std::vector<web::Choice> choices;
    choices.reserve(norms.size());
    for (std::size_t i = 0; i < norms.size(); ++i)
        choices.push_back({norms[i].key, labels[i], {}, norms[i].key == typed.norm});
    web::select_field(out, {.field = {.name = "norm",
                                      .label = "Định mức",
                                      .hint = "Đơn giá vượt định mức thì trang nhắc, không chặn.",
                                      .error = fault.at("norm"),
                                      .requirement = web::Requirement::optional},
                            .choices = choices,
                            .none_text = "Không theo định mức nào"});
    const auto number = [&](std::string_view name, std::string_view label, std::string_view value,
                            std::string_view unit) {
        web::number_field(out, {.field = {.name = name,
                                          .label = label,
                                          .value = value,
                                          .error = fault.at(name),
                                          .requirement = web::Requirement::optional},
                                .unit = unit});
    };
    number("quantity", "Số lượng", typed.quantity, "");
    number("unit_price", "Đơn giá", typed.unit_price, "đồng");
}

void estimate_fields(Writer& out, const TypedEstimate& typed, const std::vector<Norm>& norms,
                     const web::Fault& fault)
{
    std::vector<web::Choice> sources;
    sources.reserve(budget_sources.size());
    for (const auto source : budget_sources)
        sources.push_back({name_of(source), label_of(source), {}, name_of(source) == typed.source});
    web::text_field(out, {.name = "title",
                          .label = "Nội dung chi",
                          .value = typed.title,
                          .error = fault.at("title"),
                          .length_max = limits::title_length_max});
    web::select_field(
        out, {.field = {.name = "source", .label = "Nguồn kinh phí", .error = fault.at("source")},
              .choices = sources});
    web::text_field(out, {.name = "source_note",
                          .label = "Văn bản, nhà tài trợ",
                          .value = typed.source_note,
                          .error = fault.at("source_note"),
                          .requirement = web::Requirement::optional,
                          .length_max = limits::source_length_max});
    price_fields(out, typed, norms, fault);
    web::number_field(out, {.field = {.name = "total",
                                      .label = "Dự toán",
                                      .value = typed.total,
                                      .error = fault.at("total")},
                            .unit = "đồng"});
}

void line_facts(Writer& out, const BudgetLinePage& page)
{
    const auto& line = page.listed.line;
    const auto& e = line.estimate;
    web::facts(out, [&](Writer& rows) {
        const auto row = [&](std::string_view name, const std::string& value) {
            if (value.empty()) return;
            web::fact(rows, name, [&](Writer& cell) { cell({value}); });
        };
        row("Kế hoạch", page.plan.title);
        row("Mục", item_text(page.listed));
        row("Cơ quan", page.listed.agency);
        row("Nguồn kinh phí", std::string{label_of(e.source)});
        row("Văn bản, nhà tài trợ", e.source_note);
        if (e.quantity > 0)
            row("Cách tính", text::format_integer(e.quantity) + " × " + money_text(e.unit_price));
        row("Dự toán", money_text(e.total));
        row("Ngày lập dự toán", line.estimated_on.vietnamese());
        row("Mức thẩm định",
            line.appraised ? money_text(*line.appraised) : std::string{"Chờ thẩm định"});
        row("Đã chi", money_text(line.spent));
    });
    if (page.listed.passed) {
        const auto& norm = *page.listed.passed;
        web::notice(out, {.tone = web::Tone::warning,
                          .text = "Đơn giá " + money_text(e.unit_price) + " vượt định mức " +
                                  money_text(norm.ceiling) + "/" + norm.unit + " (" + norm.title +
                                  ", " + norm.source + ")."});
    }
    if (page.listed.is_item_gone && !line.is_withdrawn)
        web::notice(out, {.tone = web::Tone::warning,
                          .text = "Kế hoạch sửa đổi không còn mục này. Chưa chi thì bỏ dòng kinh "
                                  "phí; đã chi thì ghi đủ số đã chi."});
    if (line.spent > line.appraised.value_or(e.total))
        web::notice(out, {.tone = web::Tone::warning,
                          .text = "Đã chi vượt mức được thẩm định hoặc dự toán."});
}

void appraisals_table(Writer& out, const BudgetLinePage& page)
{
    if (page.appraisals.empty()) return;
    constexpr std::array columns{web::Column{.name = "Lúc"}, web::Column{.name = "Nơi thẩm định"},
                                 web::Column{.name = "Dự toán khi ấy", .is_number = true},
                                 web::Column{.name = "Mức thẩm định", .is_number = true},
                                 web::Column{.name = "Ý kiến"}};
    out({"<h2>Thẩm định</h2>"});
    web::table(out, {.caption = "Mới nhất trước", .columns = columns}, [&](web::Rows& rows) {
        for (std::size_t i = 0; i < page.appraisals.size(); ++i) {
            const auto& one = page.appraisals[i];
            const auto when = vietnamese_moment(one.appraised_at);
            rows.begin();
            rows.cell(when);
            rows.cell(page.appraisers[i]);
            rows.cell(one.estimate);
            rows.cell(one.amount);
            rows.cell(one.note);
            rows.end();
        }
    });
}

void spendings_table(Writer& out, const Context& context, const BudgetLinePage& page)
{
    if (page.spendings.empty()) return;
    constexpr std::array columns{web::Column{.name = "Ngày chi"},
                                 web::Column{.name = "Số tiền (đồng)", .is_number = true},
                                 web::Column{.name = "Chứng từ"}, web::Column{.name = ""}};
    const auto action = spending_back_path(page.listed.line.code);
    out({"<h2>Đã chi</h2>"});
    web::table(out, {.caption = "Ghi sau đứng trước", .columns = columns}, [&](web::Rows& rows) {
        for (const auto& one : page.spendings) {
            bool is_gone = false;
            for (const auto& other : page.spendings) is_gone |= other.takes_back == one.id;
            const std::array<web::HiddenValue, 1> values{{{.name = "spending", .value = one.code}}};
            rows.begin();
            rows.cell([&](Writer& cell) { web::date(cell, one.spent_on); });
            rows.cell(one.amount);
            rows.cell((one.takes_back ? "Rút lại: " : "") + one.note);
            rows.cell([&](Writer& cell) {
                if (is_gone) cell({"Đã rút lại"});
                if (is_gone || one.takes_back || !page.may_write) return;
                web::post_button(cell, {.text = "Rút lại",
                                        .action = action,
                                        .csrf = context.surroundings().csrf,
                                        .emphasis = web::Emphasis::tertiary,
                                        .values = values,
                                        .is_small = true});
            });
            rows.end();
        }
    });
}

void spending_form(Writer& out, const Context& context, const BudgetLinePage& page,
                   const web::Fault& fault)
{
    const auto action = spending_path(page.listed.line.code);
    const auto today = context.today().vietnamese();
    const auto& day = page.typed_day.empty() ? today : page.typed_day;
    out({"<h2>Ghi một lần chi</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "code", .value = page.spending_code});
        web::number_field(fields, {.field = {.name = "spent",
                                             .label = "Số tiền",
                                             .value = page.typed_amount,
                                             .error = fault.at("spent")},
                                   .unit = "đồng"});
        web::date_field(
            fields,
            {.name = "spent_on", .label = "Ngày chi", .value = day, .error = fault.at("spent_on")});
        web::text_field(fields, {.name = "voucher",
                                 .label = "Chứng từ",
                                 .value = page.typed_note,
                                 .hint = "Số, ngày của hóa đơn, ủy nhiệm chi.",
                                 .error = fault.at("voucher"),
                                 .length_max = limits::source_length_max});
        web::submit_button(fields, {.text = "Ghi lần chi"});
    });
}

void appraisal_form(Writer& out, const Context& context, const BudgetLinePage& page,
                    const web::Fault& fault)
{
    const auto& line = page.listed.line;
    const auto action = appraisal_path(line.code);
    const auto version = std::to_string(line.version);
    out({"<h2>Thẩm định dự toán</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "version", .value = version});
        web::number_field(fields, {.field = {.name = "amount",
                                             .label = "Mức thẩm định",
                                             .value = page.typed_amount,
                                             .error = fault.at("amount")},
                                   .unit = "đồng"});
        web::text_field(fields, {.name = "note",
                                 .label = "Ý kiến thẩm định",
                                 .value = page.typed_note,
                                 .error = fault.at("note"),
                                 .requirement = web::Requirement::optional,
                                 .length_max = limits::reason_length_max});
        web::submit_button(fields, {.text = "Ghi mức thẩm định"});
    });
}

void change_form(Writer& out, const Context& context, const BudgetLinePage& page,
                 const web::Fault& fault)
{
    const auto& line = page.listed.line;
    const auto action = estimate_path(line.code);
    const auto version = std::to_string(line.version);
    out({"<h2>Sửa dự toán</h2><p>Dự toán sửa thì phải thẩm định lại.</p>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "version", .value = version});
        estimate_fields(fields, page.typed, page.norms, fault);
        web::submit_button(fields, {.text = "Lưu dự toán", .emphasis = web::Emphasis::secondary});
    });
}

void withdrawal_button(Writer& out, const Context& context, const BudgetLine& line)
{
    if (line.spent != 0) return;
    const auto action = line_withdrawal_path(line.code);
    const auto version = std::to_string(line.version);
    const std::array<web::HiddenValue, 1> values{{{.name = "version", .value = version}}};
    web::post_button(out, {.text = "Bỏ dòng kinh phí này",
                           .action = action,
                           .csrf = context.surroundings().csrf,
                           .values = values,
                           .is_small = true});
}

void lines_left(Writer& out, const BudgetSection& section)
{
    out({"<h2>Tiếp nhận từ ", section.agency, "</h2>"});
    write_table(out, budget_lines_table(section.lines));
    web::pagination(out, {.next_path = section.next.empty()
                                           ? std::string{}
                                           : inherited_budget_path(section.code, section.next)});
}

}  // namespace

http::Response own_budget_page(const Context& context, const OwnBudgetPage& page)
{
    auto frame = web::frame_of(context, "Kinh phí của cơ quan");
    frame.crumbs = {{.text = "Việc của cơ quan", .path = inbox_path()}};
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Kinh phí của cơ quan", .caption = page.agency});
        if (page.may_write && !page.plans.empty()) {
            out({"<h2>Thêm dòng kinh phí</h2><ul>"});
            for (const auto& plan : page.plans) {
                const auto path = new_budget_line_path(plan.code);
                out({"<li><a href=\"", html::url(path), "\">", plan.title, "</a></li>"});
            }
            out({"</ul>"});
        }
        if (!page.own.lines.empty()) {
            write_table(out, budget_lines_table(page.own.lines));
            web::pagination(out, {.next_path = page.own.next.empty()
                                                   ? std::string{}
                                                   : own_budget_path() + "?sau=" + page.own.next});
        } else if (page.inherited.empty()) {
            web::empty_state(out, {.title = "Chưa có dòng kinh phí nào",
                                   .text = "Mỗi dòng nêu một mục của kế hoạch cần bao nhiêu tiền, "
                                           "từ nguồn nào."});
        }
        for (const auto& section : page.inherited) lines_left(out, section);
    });
}

http::Response new_budget_line_page(const Context& context, const NewBudgetLinePage& page)
{
    const auto fault = web::fault_of(context, page.error);
    auto frame = web::frame_of(context, "Thêm dòng kinh phí");
    frame.crumbs = {{.text = "Kinh phí của cơ quan", .path = own_budget_path()}};
    const auto action = new_budget_line_path(page.plan.code);
    std::vector<std::string> codes;
    std::vector<std::string> labels;
    for (const auto& item : page.items) {
        codes.push_back(item.code());
        labels.push_back(item.path + ". " + item.title);
    }
    std::vector<web::Choice> items;
    items.reserve(page.items.size());
    for (std::size_t i = 0; i < page.items.size(); ++i)
        items.push_back({codes[i], labels[i], {}, codes[i] == page.typed.item});
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = "Thêm dòng kinh phí", .caption = page.plan.title});
            web::form(out, {.action = action, .csrf = context.surroundings().csrf},
                      [&](Writer& fields) {
                          web::hidden(fields, {.name = "code", .value = page.code});
                          web::combobox_field(fields, {.field = {.name = "item",
                                                                 .label = "Mục của kế hoạch",
                                                                 .error = fault.at("item")},
                                                       .choices = items});
                          estimate_fields(fields, page.typed, page.norms, fault);
                          web::submit_button(fields, {.text = "Thêm dòng"});
                      });
        },
        fault.status);
}

http::Response budget_line_page(const Context& context, const BudgetLinePage& page)
{
    const auto fault = web::fault_of(context, page.error);
    const auto& line = page.listed.line;
    auto frame = web::frame_of(context, "Kinh phí: " + line.estimate.title);
    if (page.may_appraise) {
        frame.crumbs = crumbs_to(page.plan);
        frame.crumbs.push_back({.text = "Kinh phí", .path = budget_register_path(page.plan.code)});
    } else {
        frame.crumbs = {{.text = "Kinh phí của cơ quan", .path = own_budget_path()}};
    }
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = line.estimate.title, .caption = "Kinh phí"});
            if (line.is_withdrawn)
                web::notice(out, {.tone = web::Tone::info, .text = "Dòng này đã bỏ."});
            line_facts(out, page);
            appraisals_table(out, page);
            spendings_table(out, context, page);
            if (line.is_withdrawn) return;
            if (page.may_appraise) appraisal_form(out, context, page, fault);
            if (page.may_write) {
                spending_form(out, context, page, fault);
                change_form(out, context, page, fault);
            }
            if (page.may_withdraw) withdrawal_button(out, context, line);
        },
        fault.status);
}

http::Response budget_register_page(const Context& context, const BudgetRegisterPage& page)
{
    auto frame = web::frame_of(context, "Kinh phí: " + page.plan.title);
    frame.crumbs = crumbs_to(page.plan);
    const auto path = budget_register_path(page.plan.code);
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Kinh phí", .caption = page.plan.title});
        for (const auto* table : {&page.by_source, &page.by_agency})
            if (!table->rows.empty()) write_table(out, *table);
        out({"<section id=\"danh-sach\"><h2>Danh sách</h2>"});
        if (!page.narrowed.empty())
            out({"<p>Chỉ gồm: ", page.narrowed, ". <a href=\"", html::url(path),
                 "\">Xem tất cả</a></p>"});
        if (page.lines.empty()) {
            web::empty_state(out, {.title = "Chưa có dòng kinh phí nào",
                                   .text = "Cơ quan ghi dự toán của mình ở trang Kinh phí của cơ "
                                           "quan."});
        } else {
            write_table(out, budget_lines_table(page.lines));
            const auto csv = path + ".csv" + page.query;
            const auto xlsx = path + ".xlsx" + page.query;
            const std::array files{web::Download{"CSV", csv}, web::Download{"Excel", xlsx}};
            web::downloads(out, files);
            web::pagination(out, {.next_path = page.next_path});
        }
        out({"</section>"});
    });
}

}  // namespace caicach::obligation
