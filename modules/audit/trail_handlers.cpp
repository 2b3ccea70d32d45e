#include "audit/trail_handlers.hpp"

#include <array>
#include <utility>

#include "audit/limits.hpp"
#include "audit/permissions.hpp"
#include "audit/trail_detail.hpp"
#include "audit/trail_views.hpp"
#include "document/csv_writer.hpp"

namespace caicach::audit
{
namespace
{

Result<void> fill(const Services& services, database::Transaction& transaction, TrailView& view)
{
    auto page = TRY(find_lines(transaction, view.query.filter, view.query.before,
                               limits::trail_lines_per_page));
    TrailWords words(services, transaction);
    for (const auto& entry : page.entries) {
        auto line = TRY(words.line_of(entry));
        line.detail = TRY(words_of_detail(transaction, entry.detail, Date::of(entry.at)));
        view.lines.push_back(std::move(line));
    }
    view.next_before = page.next_before;
    view.is_cut = page.is_cut;
    if (view.query.about == 0 || view.lines.empty()) return {};
    const auto& line = view.lines.front();
    view.about = line.title.empty() ? line.kind : line.kind + ": " + line.title;
    return {};
}

constexpr std::array<std::string_view, 14> heading{
    "Dòng",        "Lúc",  "Người làm", "Thay mặt cơ quan", "Người dùng máy chủ", "Việc",
    "Mã của việc", "Loại", "Tên",       "Chi tiết",         "Mã yêu cầu",         "Làm thay",
    "Từ địa chỉ",  "Phiên"};

/// The file piece by piece, each in a transaction of its own: rows are only added, so that pieces
/// fit whatever is written meanwhile.
class TrailFile
{
public:
    TrailFile(const Services& services, TrailFilter filter)
        : m_services(&services), m_filter(std::move(filter))
    {
        m_writer.add_row(heading);
    }

    Result<bool> operator()(std::string& piece)
    {
        auto transaction = TRY(m_services->database->read());
        const auto page = TRY(find_lines(transaction, m_filter, m_before, limits::page_size_max));
        TrailWords words(*m_services, transaction);
        for (const auto& entry : page.entries) {
            const auto line = TRY(words.line_of(entry));
            add(entry, line);
        }
        m_rows += static_cast<std::int64_t>(page.entries.size());
        m_before = page.next_before;
        piece += m_writer.take();
        return m_before != 0 && m_rows < limits::trail_file_rows_max;
    }

private:
    void add(const Entry& entry, const TrailLine& line)
    {
        const auto seq = std::to_string(line.seq);
        m_writer.add_row(std::array<std::string_view, 14>{
            seq, line.time, entry.actor_name, line.agency, entry.operating_system_user, line.action,
            entry.action, line.kind, line.title, entry.detail, entry.request_id, line.on_behalf_of,
            entry.address, entry.session});
    }

    const Services* m_services;
    TrailFilter m_filter;
    document::CsvWriter m_writer{};
    std::int64_t m_before{};
    std::int64_t m_rows{};
};

}  // namespace

Result<http::Response> show_trail(Context& context, const http::Request& request)
{
    TRY(context.require(read_trail, ScopeId{}));
    auto transaction = TRY(context.read());
    TrailView view;
    view.query = TRY(trail_query(context, transaction, request));
    if (!view.query.form.has_errors()) TRY(fill(context.services(), transaction, view));
    return trail_page(context, view);
}

Result<http::Response> export_trail(Context& context, const http::Request& request)
{
    TRY(context.require(read_trail, ScopeId{}));
    auto transaction = TRY(context.begin());
    auto query = TRY(trail_query(context, transaction, request));
    if (query.form.has_errors()) return tl::unexpected<Error>(query.form.errors().front());
    TRY(context.record(transaction, "audit.trail.exported", "audit.trail", 0));
    TRY(transaction.commit());
    auto response = http::stream(TrailFile(context.services(), std::move(query.filter)),
                                 "text/csv; charset=utf-8");
    return response.set_download_name("Nhật ký " + context.today().iso() + ".csv");
}

}  // namespace caicach::audit
