#include "obligation/board/downloads.hpp"

#include <utility>

#include "text/text.hpp"

namespace caicach::obligation
{
namespace
{

constexpr std::size_t title_length_max = 80;  ///< characters; file systems hold 255 bytes

}  // namespace

std::string file_name_of(std::string_view what, const plan::PlanSummary& plan)
{
    return std::string{what} + " - " + text::shorten(plan.title, title_length_max);
}

http::Response csv_download(const TakenTable& taken)
{
    http::Response response{200, "text/csv; charset=utf-8", csv_of(taken.table)};
    return response.set_download_name(taken.name + ".csv");
}

Result<http::Response> xlsx_download(const Context& context, const TakenTable& taken)
{
    auto bytes = TRY(xlsx_of(taken.table, context.services().data_folder + "/tmp"));
    http::Response response{
        200, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", std::move(bytes)};
    return response.set_download_name(taken.name + ".xlsx");
}

}  // namespace caicach::obligation
