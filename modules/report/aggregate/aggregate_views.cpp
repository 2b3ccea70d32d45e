#include "report/aggregate/aggregate_views.hpp"

#include <algorithm>
#include <array>

#include "calendar/explanation.hpp"
#include "calendar/moment.hpp"
#include "report/aggregate/agency_numbers_views.hpp"
#include "report/aggregate/aggregate_paths.hpp"
#include "report/aggregate/collector_views.hpp"
#include "report/filling/filled.hpp"
#include "report/form/form_words.hpp"
#include "report/paths.hpp"
#include "report/report_tags_views.hpp"
#include "report/report_words.hpp"
#include "text/text.hpp"
#include "web/components/feedback.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"
#include "web/components/plan_parts.hpp"

namespace caicach::report
{
namespace
{

using html::Writer;

constexpr std::size_t names_in_sentence = 20;

/// "3 cơ quan: A; B; C": all of them where they fit, and how many more there are.
std::string counted_names(const std::vector<std::string>& names)
{
    const auto shown = std::min(names.size(), names_in_sentence);
    auto text = std::to_string(names.size()) + " cơ quan: " +
                text::join(std::vector<std::string>(
                               names.begin(), names.begin() + static_cast<std::ptrdiff_t>(shown)),
                           "; ");
    if (shown < names.size())
        text += " và " + std::to_string(names.size() - shown) + " cơ quan khác";
    return text;
}

class AggregateWriter
{
public:
    AggregateWriter(Writer& out, const Context& context, const AggregatePage& page)
        : m_out(out), m_context(context), m_page(page)
    {
    }

    void write()
    {
        turnout();
        sections();
        agency_numbers(m_out, m_page);
        reporters();
    }

private:
    [[nodiscard]] std::string path(std::string_view query) const
    {
        return of_collector(aggregate_path(m_page.form.code, m_page.period.code),
                            m_page.collectors.chosen.slug) +
               std::string{query};
    }

    template <class Is>
    [[nodiscard]] std::vector<std::string> names_of(const Is& is) const
    {
        std::vector<std::string> names;
        for (const auto& agency : m_page.agencies) {
            const auto* report = report_of(agency.id);
            if (report != nullptr && is(*report)) names.push_back(agency.name);
        }
        return names;
    }

    [[nodiscard]] const CollectedReport* report_of(organisation::AgencyId agency) const
    {
        const auto& all = m_page.aggregate.reports;
        const auto found = std::ranges::find_if(
            all, [&](const CollectedReport& one) { return one.report.agency == agency; });
        return found == all.end() ? nullptr : &*found;
    }

    void turnout()
    {
        const auto count = turnout_of(m_page.aggregate.reports, m_context.today());
        const auto data = calendar::span_in_words(m_page.period.data.from, m_page.period.data.to);
        const auto sent = std::to_string(count.sent) + " trong " + std::to_string(count.expected) +
                          " cơ quan phải báo cáo";
        const auto approved = std::to_string(count.approved);
        const auto time = std::to_string(count.on_time) + " đúng hạn, " +
                          std::to_string(count.late) + " muộn (tính lần gửi đầu)";
        const auto missing = std::to_string(count.missing) + ", trong đó quá hạn " +
                             std::to_string(count.overdue) + ", bị trả lại " +
                             std::to_string(count.returned);
        const auto due = m_page.period.due_on.vietnamese();
        const std::array rows{web::Fact{.name = "Số liệu", .value = data},
                              web::Fact{.name = "Hạn gửi", .value = due},
                              web::Fact{.name = "Đã gửi", .value = sent},
                              web::Fact{.name = "Đã phê duyệt", .value = approved},
                              web::Fact{.name = "Đúng hạn", .value = time},
                              web::Fact{.name = "Còn thiếu", .value = missing}};
        web::facts(m_out, rows);
        warn(names_of([](const CollectedReport& one) { return one.is_missing(); }),
             "Số cộng dưới đây còn thiếu ");
        warn(names_of([](const CollectedReport& one) {
                 return one.report.is_complete() && !one.counts;
             }),
             "Không cộng báo cáo đã gửi của cơ quan có cơ quan khác tiếp nhận và báo cáo thay: ");
        files();
        if (m_page.own_report.empty()) return;
        m_out({"<p><a href=\"", html::url(report_path(m_page.own_report)), "\">Báo cáo của ",
               m_page.collectors.chosen.name, " gửi lên</a> lấy sẵn số tổng hợp này.</p>"});
    }

    void files()
    {
        const auto of = aggregate_path(m_page.form.code, m_page.period.code);
        const auto& slug = m_page.collectors.chosen.slug;
        const auto csv = of_collector(values_csv_path(of), slug);
        const auto xlsx = of_collector(values_xlsx_path(of), slug);
        const std::array files{web::Download{"CSV", csv}, web::Download{"Excel", xlsx}};
        web::downloads(m_out, files);
        const auto parts =
            of_collector(collected_parts_path(m_page.form.code, m_page.period.code), slug);
        m_out({"<p><a href=\"", html::url(parts), "\">Lời văn, bảng kê các cơ quan gửi</a></p>"});
    }

    void warn(const std::vector<std::string>& names, std::string_view what)
    {
        if (names.empty()) return;
        web::notice(m_out, {.tone = web::Tone::warning,
                            .text = std::string{what} + counted_names(names) + "."});
    }

    void sections()
    {
        const auto& definition = *m_page.definition;
        const auto numbers = section_numbers(definition);
        for (std::size_t i = 0; i < definition.sections.size(); ++i) {
            const auto& section = definition.sections[i];
            const bool has_numbers = std::ranges::any_of(section.parts, [](const Part& part) {
                return std::holds_alternative<Indicator>(part);
            });
            const auto tables = fixed_tables_in(section);
            if (!has_numbers && tables.empty()) continue;
            m_out({"<h2>", numbers[i], " ", section.title, "</h2>"});
            if (has_numbers) indicators(section);
            for (const auto* table : tables) fixed_table(*table);
        }
    }

    static std::vector<const FormTable*> fixed_tables_in(const Section& section)
    {
        std::vector<const FormTable*> tables;
        for (const auto& part : section.parts)
            if (const auto* table = std::get_if<FormTable>(&part);
                table != nullptr && table->rows_of == RowsOf::fixed)
                tables.push_back(table);
        return tables;
    }

    /// Row by row, column by column, over all who sent; columns that are no sums stay empty.
    void fixed_table(const FormTable& table)
    {
        std::vector<web::Column> columns{{.name = "Nội dung"}};
        columns.reserve(table.columns.size() + 1);
        for (const auto& one : table.columns)
            columns.push_back({.name = one.text, .is_number = one.is_number});
        const auto caption = "Tổng hợp: " + table.text;
        web::table(m_out, {.caption = caption, .columns = columns}, [&](web::Rows& rows) {
            for (std::size_t at = 0; at < table.fixed_rows.size(); ++at) {
                const auto& name = table.fixed_rows[at];
                const auto by_agency = path(row_query(table, at) + "#tung-co-quan");
                rows.begin();
                rows.cell([&](Writer& cell) {
                    cell({"<a href=\"", html::url(by_agency), "\">", name, "</a>"});
                });
                for (const auto& column : table.columns) rows.cell(cell_text(table, name, column));
                rows.end();
            }
        });
    }

    [[nodiscard]] std::string cell_text(const FormTable& table, const std::string& row,
                                        const FormColumn& column) const
    {
        if (!adds_up(column)) return {};
        const auto total = total_of(m_page.tables, table, row, column);
        if (total.is_too_large) return "quá lớn";
        return total.amount ? shown(total.amount->numerator, column.decimals) : std::string{"–"};
    }

    void indicators(const Section& section)
    {
        constexpr std::array columns{
            web::Column{.name = "Chỉ tiêu"},
            web::Column{.name = "Đơn vị"},
            web::Column{.name = "Tổng hợp", .is_number = true},
            web::Column{.name = "Trong đó đã phê duyệt", .is_number = true},
            web::Column{.name = "Cơ quan có số", .is_number = true},
            web::Column{.name = "Cách cộng"}};
        const auto caption = "Tổng hợp: " + section.title;
        web::table(m_out, {.caption = caption, .columns = columns}, [&](web::Rows& rows) {
            for (const auto& part : section.parts)
                if (const auto* one = std::get_if<Indicator>(&part)) indicator(rows, *one);
        });
    }

    void indicator(web::Rows& rows, const Indicator& one)
    {
        const auto total = total_of(m_page.aggregate, one);
        const auto approved = approved_total_of(m_page.aggregate, one);
        rows.begin();
        rows.cell([&](Writer& cell) {
            cell({"<a href=\"", html::url(path("&chi-tieu=" + one.key + "#tung-co-quan")), "\">",
                  one.text, "</a>"});
            if (one.span == Span::year_to_date)
                cell({"<br><span class=\"muted\">lũy kế từ đầu năm</span>"});
        });
        rows.cell(one.unit);
        rows.cell(text_of(one, total));
        rows.cell(text_of(one, approved));
        rows.cell([&](Writer& cell) {
            cell({std::to_string(total.counted)});
            if (total.apart > 0)
                cell({"<br><span class=\"muted\">", std::to_string(total.apart),
                      " không cộng được</span>"});
        });
        rows.cell(report::text_of(one.adding));
        rows.end();
    }

    static std::string text_of(const Indicator& indicator, const Total& total)
    {
        if (total.is_too_large) return "quá lớn";
        return total.amount ? shown(indicator, *total.amount) : std::string{"–"};
    }

    void reporters()
    {
        std::vector<web::Column> columns{{.name = "Cơ quan"},
                                         {.name = "Tình trạng"},
                                         {.name = "Hạn gửi"},
                                         {.name = "Gửi lần đầu"}};
        if (m_page.may_remind) columns.push_back({.name = "Nhắc gửi"});
        m_out({"<h2 id=\"bao-cao\">Cơ quan báo cáo</h2>"});
        remind_all();
        web::table(m_out, {.caption = "Theo danh mục cơ quan", .columns = columns},
                   [&](web::Rows& rows) {
                       for (const auto& agency : m_page.agencies) {
                           const auto* one = report_of(agency.id);
                           if (one == nullptr || one->report.state == State::dropped) continue;
                           reporter(rows, agency, *one);
                       }
                   });
    }

    void reporter(web::Rows& rows, const organisation::AgencySummary& agency,
                  const CollectedReport& one)
    {
        const auto& report = one.report;
        rows.begin();
        rows.cell([&](Writer& cell) {
            cell({"<a href=\"", html::url(report_path(report.code)), "\">", agency.name, "</a>"});
        });
        rows.cell([&](Writer& cell) { report_tags(cell, report, m_context.today()); });
        rows.cell([&](Writer& cell) { web::date(cell, report.due_on); });
        rows.cell(report.first_submitted_at ? vietnamese_moment(*report.first_submitted_at)
                                            : std::string{});
        if (m_page.may_remind)
            rows.cell([&](Writer& cell) {
                if (!one.is_missing()) return;
                if (m_page.reminded.contains(report.id))
                    cell({"đã nhắc hôm nay"});
                else
                    remind_button(cell, "Nhắc", agency.slug);
            });
        rows.end();
    }

    void remind_button(Writer& out, std::string_view text, std::string_view agency)
    {
        const auto action = of_collector(reminding_path(m_page.form.code, m_page.period.code),
                                         m_page.collectors.chosen.slug);
        const std::array values{web::HiddenValue{.name = reminded_agency_field, .value = agency}};
        web::post_button(out, {.text = text,
                               .action = action,
                               .csrf = m_context.surroundings().csrf,
                               .values = values,
                               .is_small = !agency.empty()});
    }

    /// For who owes theirs and was not reminded today, if there is anybody.
    void remind_all()
    {
        if (!m_page.may_remind) return;
        const auto waiting =
            std::ranges::count_if(m_page.aggregate.reports, [&](const CollectedReport& one) {
                return one.is_missing() && !m_page.reminded.contains(one.report.id);
            });
        if (waiting == 0) return;
        m_out({"<p>Mỗi cơ quan được nhắc nhiều nhất một lần một ngày, qua chuông và thư.</p>"});
        const auto text = "Nhắc cả " + std::to_string(waiting) + " cơ quan chưa gửi";
        web::form_actions(m_out, [&](Writer& buttons) { remind_button(buttons, text, {}); });
    }

    Writer& m_out;
    const Context& m_context;
    const AggregatePage& m_page;
};

}  // namespace

http::Response aggregate_page(const Context& context, const AggregatePage& page)
{
    const auto title = begun_with(page.period.title);
    auto frame = web::frame_of(context, page.form.title + ", " + page.period.title);
    frame.crumbs = {{"Tổng hợp báo cáo", collected_forms_path()},
                    {page.form.title, of_collector(collected_periods_path(page.form.code),
                                                   page.collectors.chosen.slug)}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(out, {.title = title,
                                  .caption = page.form.title,
                                  .lead = "Số các cơ quan gửi " + page.collectors.chosen.name +
                                          ", cộng ngay khi mở trang."});
            collector_links(out, page.collectors, aggregate_path(page.form.code, page.period.code));
            AggregateWriter{out, context, page}.write();
        },
        page.fault.status);
}

}  // namespace caicach::report
