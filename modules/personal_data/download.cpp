#include "personal_data/download.hpp"

#include "document/archive_writer.hpp"
#include "document/csv_writer.hpp"
#include "json/value.hpp"

namespace caicach::personal_data
{

namespace
{

using Rows = PersonalDataSection::Rows;

std::string csv_of(const PersonalDataSection& section, const Rows& rows)
{
    document::CsvWriter writer;
    writer.add_row(section.columns);
    for (const auto& row : rows) writer.add_row(row);
    return writer.text();
}

json::Value json_of(const PersonalDataSection& section, const Rows& rows)
{
    auto lines = json::Value::array();
    for (const auto& row : rows) {
        auto line = json::Value::object();
        for (std::size_t at = 0; at < section.columns.size(); ++at)
            line.set(section.columns[at], row[at]);
        lines.push(std::move(line));
    }
    return json::Value::object().set("title", section.title).set("rows", std::move(lines));
}

}  // namespace

Result<std::string> download_of(Context& context, database::Transaction& transaction,
                                AccountId account)
{
    document::ArchiveWriter archive;
    auto all = json::Value::object();
    std::string guide =
        "Mọi dữ liệu mà phần mềm Cải Cách của " + context.services().province_name +
        " giữ về bạn, ngày " + context.today().vietnamese() +
        ".\r\nMỗi phần là một bảng CSV mở được bằng bảng tính; du-lieu.json có đủ các phần cho máy "
        "đọc.\r\nMật khẩu không được giữ dưới dạng đọc được nên không có ở đây.\r\n\r\n";
    for (const auto& section : context.services().personal_data) {
        const auto rows = TRY(section.rows(context, transaction, account));
        for (const auto& row : rows) VERIFY(row.size() == section.columns.size());
        const auto name = std::string(section.key) + ".csv";
        archive.add(name, csv_of(section, rows));
        all.set(section.key, json_of(section, rows));
        guide += name + ": " + std::string(section.title) + ", " + std::to_string(rows.size()) +
                 " dòng.\r\n   Khi xóa dữ liệu: " + std::string(section.kept) + "\r\n";
    }
    archive.add("du-lieu.json", json::dump(all, true));
    archive.add("doc-truoc.txt", std::move(guide));
    return archive.finish();
}

}  // namespace caicach::personal_data
