#include "outgoing/checks.hpp"

#include <iterator>

#include "outgoing/limits.hpp"
#include "outgoing/sql.hpp"

namespace caicach::outgoing
{
namespace
{

constexpr std::string_view how_to_mend = " Hãy khôi phục cơ sở dữ liệu từ bản sao lưu.";

std::string gap_in_words(const database::Row& row)
{
    return "Sổ số " + row.string("series") + " năm " + std::to_string(row.integer("year")) + ": " +
           std::to_string(row.integer("missing")) + " số đã đếm mà không thấy ghi." +
           std::string(how_to_mend);
}

std::string misfit_in_words(const database::Row& row)
{
    return "Văn bản đi " + row.string("code") + ": số trên văn bản khác với sổ số." +
           std::string(how_to_mend);
}

}  // namespace

Result<std::vector<std::string>> check_numbers(Context& context)
{
    auto transaction = TRY(context.read());
    auto sentences = TRY(transaction.all(sql::number_gaps, gap_in_words, limits::problems_shown));
    auto misfits =
        TRY(transaction.all(sql::document_number_misfits, misfit_in_words, limits::problems_shown));
    std::ranges::move(misfits, std::back_inserter(sentences));
    return sentences;
}

}  // namespace caicach::outgoing
