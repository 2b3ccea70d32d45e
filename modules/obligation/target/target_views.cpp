#include "obligation/target/target_views.hpp"

#include <algorithm>
#include <array>
#include <ranges>

#include "obligation/board/board_part_views.hpp"
#include "obligation/board/table_views.hpp"
#include "obligation/target/exclusion_paths.hpp"
#include "obligation/target/exclusion_views.hpp"
#include "obligation/target/rhythm_views.hpp"
#include "obligation/target/target_paths.hpp"
#include "text/text.hpp"
#include "web/components/feedback.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"
#include "web/components/plan_parts.hpp"

namespace caicach::obligation
{
namespace
{

using html::Writer;

web::Tone tone_of(Reached reached)
{
    switch (reached) {
        case Reached::reached:
            return web::Tone::success;
        case Reached::not_yet:
            return web::Tone::warning;
        case Reached::unknown:
            break;
    }
    return web::Tone::neutral;
}

void filters(Writer& out, const std::string& path, const TargetFilter& filter)
{
    constexpr std::array all{Reached::reached, Reached::not_yet, Reached::unknown};
    std::vector<web::Choice> states;
    states.reserve(all.size());
    for (const auto reached : all)
        states.push_back({name_of(reached), label_of(reached), {}, filter.reached == reached});
    const auto areas = area_choices({.area = filter.area});
    const auto clear = filter.query().empty() ? std::string{} : path;
    web::filter_form(
        out,
        {.action = path, .results_id = "chi-tieu", .label = "Lọc chỉ tiêu", .clear_path = clear},
        [&](Writer& fields) {
            web::select_field(fields, {.field = {.name = "linh-vuc", .label = "Lĩnh vực"},
                                       .choices = areas,
                                       .none_text = "Tất cả"});
            web::select_field(fields, {.field = {.name = "tinh-trang", .label = "Tình trạng"},
                                       .choices = states,
                                       .none_text = "Tất cả"});
        });
}

void nothing_found(Writer& out, bool is_filtered)
{
    if (is_filtered) {
        web::empty_state(out,
                         {.title = "Không có chỉ tiêu nào", .text = "Hãy bỏ bớt điều kiện lọc."});
        return;
    }
    web::empty_state(out, {.title = "Chưa có chỉ tiêu nào",
                           .text = "Chỉ tiêu là mục của kế hoạch nêu kết quả phải đạt; loại của "
                                   "mục được xác nhận khi rà soát kế hoạch."});
}

void target_facts(Writer& out, const TargetPage& page)
{
    const auto& target = page.standing.target;
    const auto& item = target.item;
    const auto plan_path = "/ke-hoach/" + page.plan.slug;
    web::facts(out, [&](Writer& rows) {
        const auto row = [&](std::string_view name, std::string_view value) {
            if (value.empty()) return;
            web::fact(rows, name, [&](Writer& cell) { cell({value}); });
        };
        web::fact(rows, "Kế hoạch", [&](Writer& cell) {
            cell({"<a href=\"", html::url(plan_path), "\">", page.plan.title, "</a>"});
        });
        row("Cũng nêu tại", text::join(target.also_at, ", "));
        row("Lĩnh vực", plan::area_label(item.area));
        const auto responsible = responsible_of(item);
        row("Cơ quan thực hiện", responsible.empty() ? "Kế hoạch không nêu; cơ quan điều phối ghi "
                                                       "số liệu chung"
                                                     : std::string_view{responsible});
        row("Cơ quan chủ trì", item.perform.empty() ? std::string{} : names_of(item.lead));
        row("Cơ quan phối hợp", names_of(item.support));
        row("Cơ quan theo dõi", names_of(item.oversee));
        row("Không tính", item.excluding);
    });
}

/// Whether agencies are added up, and who says so. A condition is each one's own anyway.
std::string_view scope_text(const Measure& measure, const Total& total)
{
    if (measure.is_condition || total.expected < 2) return {};
    switch (measure.scope) {
        case MeasureScope::each:
            return "Mỗi cơ quan tự đạt (điều phối nêu)";
        case MeasureScope::together:
            return "Tính chung mọi cơ quan (điều phối nêu)";
        case MeasureScope::as_written:
            break;
    }
    return measure.is_each ? "Mỗi cơ quan tự đạt (theo lời kế hoạch)" : "Tính chung mọi cơ quan";
}

/// Where the value stands, and from what the numbers are read.
void measure_facts(Writer& out, const TargetPage& page, const MeasureStanding& one)
{
    const auto& measure = one.measure;
    const auto& total = one.total;
    web::facts(out, [&](Writer& rows) {
        const auto row = [&](std::string_view name, std::string_view value) {
            if (value.empty()) return;
            web::fact(rows, name, [&](Writer& cell) { cell({value}); });
        };
        const auto figure = [&](std::string_view name, const std::string& key) {
            const auto found = page.figures.find(key);
            if (found == page.figures.end()) return;
            const auto path = figure_facts_path(page.plan, page.day, key);
            web::fact(rows, name, [&](Writer& cell) {
                cell({"<a href=\"", html::url(path), "\">", found->second.text, "</a> (",
                      found->second.unit, ")"});
            });
        };
        row("Của ai", scope_text(measure, total));
        row("Toàn bộ", total_text(measure, total));
        row("Số liệu đến ngày", as_of_text(one));
        row("Đã có số liệu", stated_text(total));
        if (measure.is_set) {
            row("Mức do văn bản khác quy định",
                measure.source + (measure.source_on ? ", ngày " + measure.source_on->vietnamese()
                                                    : std::string{}));
        }
        row("So với", measure.metric.baseline);
        figure(measure.kind() == MeasureKind::count ? "Tính từ số liệu" : "Tử số từ số liệu",
               measure.numerator_figure);
        figure("Mẫu số từ số liệu", measure.denominator_figure);
    });
}

/// Who is missing is named, never counted as nothing.
void write_missing(Writer& out, const TargetPage& page, const MeasureStanding& one)
{
    std::vector<std::string> failing;
    std::vector<std::string> missing;
    std::vector<std::string> lacking;
    std::vector<std::string> apart;
    for (const auto& row : one.agencies) {
        if (one.total.is_each && row.reached == Reached::not_yet)
            failing.push_back(row.agency.name);
        if (!row.amounts) missing.push_back(row.agency.name);
        if (row.amounts && !row.lacking.empty()) lacking.push_back(row.agency.name);
        if (one.total.apart > 0 && row.amounts && !row.amounts->is_pair())
            apart.push_back(row.agency.name);
    }
    std::vector<std::string> split;
    std::vector<std::string> bare;
    for (const auto& left : one.left_out)
        (left.is_split ? split : bare).push_back(left.agency.name);
    const auto names = [&](std::string_view title, const std::vector<std::string>& all) {
        if (all.empty()) return;
        out({"<details class=\"quiet-details\"><summary>", title, " (",
             static_cast<std::int64_t>(all.size()), ")</summary><p>", text::join(all, "; "),
             ".</p></details>"});
    };
    names("Chưa đạt", failing);
    names("Chưa có số liệu", missing);
    names("Số liệu chưa gồm đủ phần của cơ quan đã nhập vào", lacking);
    names("Đã chia, tách: số đã báo không chia được cho các cơ quan tiếp nhận", split);
    if (!split.empty() && page.may_lead) {
        const auto path = number_heirs_path(page.plan.code);
        out({"<p><a href=\"", html::url(path), "\">Nêu cơ quan tiếp nối số liệu</a></p>"});
    }
    names("Đã nhập vào cơ quan khác, chỉ báo tỷ lệ nên không cộng được", bare);
    names("Chỉ báo tỷ lệ, không có tử số và mẫu số nên không cộng được", apart);
}

void write_measure(Writer& out, const TargetPage& page, std::size_t at)
{
    const auto& one = page.standing.measures[at];
    const auto sentence =
        (one.measure.is_part ? "Trong đó: " : "Phải đạt: ") + one.measure.sentence();
    out({"<section><h2>", sentence, "</h2><p>"});
    web::tag(out, {.text = label_of(one.total.reached), .tone = tone_of(one.total.reached)});
    out({"</p>"});
    measure_facts(out, page, one);
    if (page.sees_all) write_missing(out, page, one);
    write_excluded(out, one.excluded);
    if (!page.tables[at].rows.empty()) write_table(out, page.tables[at]);
    out({"</section>"});
}

/// Numbers stated in words that the plan has no longer: shown, and added to nothing.
void write_earlier(Writer& out, const TargetPage& page)
{
    const auto has_rows = [](const BoardTable& table) { return !table.rows.empty(); };
    if (std::ranges::none_of(page.earlier_tables, has_rows)) return;
    out(
        {"<section><h2>Số liệu theo cách ghi trước</h2><p>Kế hoạch đã sửa lời của mức phải đạt. "
         "Các "
         "số này ghi theo lời cũ, không tính vào mức nào ở trên.</p>"});
    for (std::size_t at = 0; at < page.earlier_tables.size(); ++at) {
        if (!has_rows(page.earlier_tables[at])) continue;
        out({"<h3>", page.standing.earlier[at].measure.metric.subject, "</h3>"});
        write_table(out, page.earlier_tables[at]);
    }
    out({"</section>"});
}

/// What the coordinator is to answer, each where it is answered.
void write_waiting(Writer& out, const PlanTargetsPage& page)
{
    if (page.waiting.empty()) return;
    constexpr std::size_t shown_max = 20;
    out({"<section><h2>Chờ xác nhận không thuộc diện (",
         static_cast<std::int64_t>(page.waiting.size()), ")</h2><ul>"});
    for (const auto& one : page.waiting | std::views::take(shown_max))
        out({"<li><a href=\"", html::url(one.path), "\">", one.text, "</a></li>"});
    out({"</ul>"});
    if (page.waiting.size() > shown_max)
        out({"<p>Và ", static_cast<std::int64_t>(page.waiting.size() - shown_max),
             " đề nghị khác.</p>"});
    out({"</section>"});
}

/// Whose numbers nobody goes on with until somebody says who.
void write_split(Writer& out, const PlanTargetsPage& page)
{
    if (page.split.empty()) return;
    const auto text = text::join(page.split, ", ") +
                      " đã chia, tách: số đã báo chưa vào số của cơ quan nào, vì chưa ai nêu nơi "
                      "tiếp nối.";
    web::notice(out, {.tone = web::Tone::warning, .text = text});
    if (!page.may_lead) return;
    const auto path = number_heirs_path(page.plan.code);
    out({"<p><a href=\"", html::url(path), "\">Nêu cơ quan tiếp nối số liệu</a></p>"});
}

}  // namespace

void write_target_definitions(Writer& out)
{
    constexpr std::array rows{
        web::Fact{"Đạt",
                  "Số liệu đã tới mức phải đạt. Mức nêu không kèm từ so sánh (“đạt 90%”) "
                  "coi là đạt khi từ mức ấy trở lên."},
        web::Fact{"Chưa đạt", "Có đủ số liệu, và số liệu chưa tới mức phải đạt."},
        web::Fact{"Chưa rõ",
                  "Còn cơ quan chưa có số liệu, hoặc số liệu chưa cộng được, nên chưa "
                  "kết luận."},
        web::Fact{"Toàn bộ",
                  "Tổng tử số ÷ tổng mẫu số của các cơ quan đã có số liệu; không lấy "
                  "trung bình các tỷ lệ. Cơ quan chưa báo số của mình không bị coi là 0."},
        web::Fact{"Tính từ kết quả đã ghi nhận",
                  "Sổ kết quả là đầy đủ: cơ quan chưa có kết quả nào được tính là 0, và được cộng "
                  "cùng các cơ quan khác, từ ngày đầu của kế hoạch."},
        web::Fact{"Mỗi cơ quan tự đạt",
                  "Kế hoạch đòi từng cơ quan đạt mức ấy: đếm số cơ quan đạt. Chỉ tiêu đạt khi mọi "
                  "cơ quan đạt; một cơ quan chưa đạt thì chưa đạt."},
        web::Fact{"Cơ quan đã sáp nhập",
                  "Số cuối cùng của cơ quan ấy cộng vào cơ quan tiếp nhận, cho đến khi nơi tiếp "
                  "nhận báo số của ngày sau khi sáp nhập. Tỷ lệ không có tử số và mẫu số thì "
                  "không cộng. Số của cơ quan đã chia, tách chỉ tính vào nơi được nêu là tiếp nối; "
                  "chưa nêu thì chưa tính."},
        web::Fact{
            "Không thuộc diện",
            "Chỉ tiêu không áp dụng cho cơ quan, có lý do và được cơ quan điều phối xác nhận: "
            "không nằm trong mẫu số, không bị đếm là thiếu số liệu."},
        web::Fact{"So với kỳ gốc", "(Giá trị nay − giá trị kỳ gốc) ÷ giá trị kỳ gốc."},
        web::Fact{"Số liệu có hiệu lực",
                  "Của mỗi cơ quan là số có ngày muộn nhất; cùng ngày thì "
                  "số ghi sau thay số ghi trước. Số cũ vẫn giữ."}};
    out({"<section><h2>Các số này nghĩa là gì</h2>"});
    web::facts(out, rows);
    out({"</section>"});
}

http::Response plan_targets_page(const Context& context, const PlanTargetsPage& page)
{
    auto frame = web::frame_of(context, "Chỉ tiêu: " + page.plan.title);
    frame.crumbs = crumbs_to(page.plan);
    const auto path = plan_targets_path(page.plan.code);
    const auto query = page.filter.query();
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Chỉ tiêu", .caption = page.plan.title});
        write_split(out, page);
        const auto sheet = sheet_path(page.plan.code);
        out({"<div class=\"row no-print\">"});
        web::link_button(out, {.text = "Nhập số liệu từ bảng", .path = sheet, .is_small = true});
        const auto rhythms = rhythms_path(page.plan.code);
        if (page.may_lead)
            web::link_button(out, {.text = "Nhịp báo số liệu", .path = rhythms, .is_small = true});
        const auto heirs = number_heirs_path(page.plan.code);
        if (page.may_lead)
            web::link_button(out,
                             {.text = "Cơ quan đã chia, tách", .path = heirs, .is_small = true});
        out({"</div>"});
        write_waiting(out, page);
        filters(out, path, page.filter);
        out({"<div id=\"chi-tieu\">"});
        if (page.table.rows.empty()) {
            nothing_found(out, page.has_any);
        } else {
            write_table(out, page.table);
            const auto csv = path + ".csv" + query;
            const auto xlsx = path + ".xlsx" + query;
            const std::array files{web::Download{"CSV", csv}, web::Download{"Excel", xlsx}};
            web::downloads(out, files);
            write_target_definitions(out);
        }
        out({"</div>"});
    });
}

http::Response own_targets_page(const Context& context, const OwnTargetsPage& page)
{
    auto frame = web::frame_of(context, "Chỉ tiêu của cơ quan");
    frame.crumbs = {{.text = "Việc của cơ quan", .path = inbox_path()}};
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Chỉ tiêu của cơ quan", .caption = page.agency});
        write_own_missing(out, page.missing, context.today());
        filters(out, own_targets_path(), page.filter);
        out({"<div id=\"chi-tieu\">"});
        if (page.parts.empty()) nothing_found(out, !page.filter.query().empty());
        for (const auto& part : page.parts) {
            write_table(out, part.table);
            const auto sheet = sheet_path(part.plan.code);
            web::link_button(out, {.text = "Nhập số liệu từ bảng",
                                   .path = sheet,
                                   .emphasis = web::Emphasis::tertiary,
                                   .is_small = true});
        }
        if (!page.parts.empty()) write_target_definitions(out);
        out({"</div>"});
    });
}

http::Response target_page(const Context& context, const TargetPage& page)
{
    const auto& item = page.standing.target.item;
    auto frame = web::frame_of(context, item.path + ". " + item.title);
    if (page.sees_all) {
        frame.crumbs = crumbs_to(page.plan);
        frame.crumbs.push_back({.text = "Chỉ tiêu", .path = plan_targets_path(page.plan.code)});
    } else {
        frame.crumbs = {{.text = "Chỉ tiêu của cơ quan", .path = own_targets_path()}};
    }
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = item.title, .caption = "Chỉ tiêu " + item.path});
        target_facts(out, page);
        write_asked(out, page.standing, page.sees_all, context.today());
        for (std::size_t at = 0; at < page.standing.measures.size(); ++at)
            write_measure(out, page, at);
        write_earlier(out, page);
        const auto exclusions = exclusions_path(page.plan.code, page.standing.target.code());
        out({"<div class=\"row no-print\">"});
        web::link_button(out, {.text = "Không thuộc diện", .path = exclusions});
        if (page.may_lead) {
            const auto path = measuring_path(page.plan.code, page.standing.target.code());
            web::link_button(out, {.text = "Cách đo, mức do văn bản khác quy định", .path = path});
        }
        out({"</div>"});
        write_target_definitions(out);
    });
}

}  // namespace caicach::obligation
