#include "report/aggregate/value_export.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

#include "document/csv_writer.hpp"
#include "document/xlsx_writer.hpp"
#include "http/temporary_answer.hpp"

namespace caicach::report
{
namespace
{

constexpr std::size_t columns = 13;
constexpr std::array<std::string_view, columns> titles{
    "Mã kỳ", "Kỳ",     "Mã cơ quan", "Cơ quan", "Mã chỉ tiêu", "Chỉ tiêu", "Đơn vị",
    "Số",    "Mẫu số", "Tình trạng", "Gửi lúc", "Biên nhận",   "Được cộng"};
constexpr std::size_t numerator_column = 7;
constexpr std::size_t denominator_column = 8;

/// As spreadsheets here read it: a comma, no points.
std::string plain(std::int64_t amount)
{
    auto text = canonical(amount);
    std::ranges::replace(text, '.', ',');
    return text;
}

/// Its texts; the columns of the two numbers are empty.
std::array<std::string_view, columns> texts_of(const ReadValue& value)
{
    const auto& reporter = value.reporter;
    const auto* indicator = value.indicator;
    const auto text = indicator == nullptr ? std::string_view{} : indicator->text;
    const auto unit = indicator == nullptr ? std::string_view{} : indicator->unit;
    return {value.period.code,
            value.period.title,
            reporter.code,
            reporter.name,
            value.key,
            text,
            unit,
            {},
            {},
            reporter.state,
            reporter.sent_at,
            reporter.receipt,
            reporter.counts};
}

/// The file piece by piece.
class ValueFile
{
public:
    ValueFile(database::Database& database, ValueScope scope) : m_reader(database, std::move(scope))
    {
        m_writer.add_row(titles);
    }

    Result<bool> operator()(std::string& piece)
    {
        const bool goes_on = TRY(m_reader.read([&](const ReadValue& value) -> Result<void> {
            auto cells = texts_of(value);
            const auto numerator = plain(value.sent.numerator);
            const auto denominator =
                value.sent.denominator ? plain(*value.sent.denominator) : std::string{};
            cells[numerator_column] = numerator;
            cells[denominator_column] = denominator;
            m_writer.add_row(cells);
            return {};
        }));
        piece += m_writer.take();
        return goes_on;
    }

private:
    ValueReader m_reader;
    document::CsvWriter m_writer{};
};

double number_of(std::int64_t amount)
{
    return static_cast<double>(amount) / static_cast<double>(ten_thousandths_of_one);
}

Result<void> write_workbook(ValueReader& reader, const std::string& path)
{
    std::vector<document::SheetColumn> heads;
    heads.reserve(columns);
    for (const auto title : titles) heads.push_back({.title = std::string{title}});
    auto writer = TRY(document::XlsxWriter::create(path, "Số liệu", heads));
    std::array<document::SheetCell, columns> cells;
    const auto add = [&](const ReadValue& value) {
        const auto texts = texts_of(value);
        for (std::size_t i = 0; i < columns; ++i) cells[i].text = texts[i];
        cells[numerator_column].number = number_of(value.sent.numerator);
        cells[denominator_column].number.reset();
        if (value.sent.denominator)
            cells[denominator_column].number = number_of(*value.sent.denominator);
        return writer.add_row(cells);
    };
    bool goes_on = true;
    while (goes_on) goes_on = TRY(reader.read(add));
    return writer.finish();
}

}  // namespace

http::Response values_csv(database::Database& database, ValueScope scope)
{
    return http::stream(ValueFile{database, std::move(scope)}, "text/csv; charset=utf-8");
}

Result<http::Response> values_xlsx(database::Database& database, ValueScope scope,
                                   const std::string& folder)
{
    std::error_code ignored;  // where it cannot be made, the file cannot either, and says so
    std::filesystem::create_directories(folder, ignored);
    auto file = TRY(http::TemporaryFile::create(folder));
    file.close();
    ValueReader reader{database, std::move(scope)};
    TRY(write_workbook(reader, file.path()));
    return http::temporary_answer(
        std::move(file), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
}

}  // namespace caicach::report
