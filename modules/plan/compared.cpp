#include "plan/compared.hpp"

#include <algorithm>

#include "plan/item_texts.hpp"
#include "plan/limits.hpp"
#include "text/text.hpp"

namespace caicach::plan
{
namespace
{

std::string value_of(const ComparedRows& rows, std::string_view name)
{
    const auto row = std::ranges::find(rows, name, &ComparedRows::value_type::first);
    return row == rows.end() ? std::string{}
                             : text::shorten(row->second, limits::difference_characters);
}

}  // namespace

ComparedRows compared_rows(const Item& item)
{
    ComparedRows rows{{"Nội dung", item.title},
                      {"Loại", std::string{label(item.type)}},
                      {"Số thứ tự", item.path},
                      {"Đề nghị", item.requested ? "Có" : "Không"},
                      {"Đã xem", item.is_reviewed ? "Rồi" : "Chưa"}};
    for (auto& row : facts_of(item).rows) rows.push_back(std::move(row));
    return rows;
}

ComparedRows compared_rows(const DocumentRecord& record)
{
    const auto& document = record.facts;
    std::vector<std::string> references;
    references.reserve(record.references.size());
    for (const auto& reference : record.references) references.push_back(reference_text(reference));
    return {{"Loại văn bản", document.kind},
            {"Số, ký hiệu", document.number.value_or("")},
            {"Ngày ban hành", document.issued_on ? document.issued_on->vietnamese() : ""},
            {"Cơ quan ban hành", document.issuer},
            {"Tỉnh, thành phố", document.province},
            {"Năm", std::to_string(document.year)},
            {"Nội dung", std::string{subject_label(document.subject)}},
            {"Tên kế hoạch", document.title},
            {"Người ký", document.signer_name},
            {"Chức vụ", document.signer_title},
            {"Căn cứ", text::join(references, "; ")},
            {"Nơi nhận", text::join(printed(record.recipients), "; ")}};
}

ComparedRows differing(const ComparedRows& rows, const ComparedRows& others)
{
    ComparedRows differing;
    for (const auto& row : rows) {
        if (std::ranges::find(others, row) == others.end()) differing.push_back(row);
    }
    return differing;
}

std::vector<Edit::Difference> differences(const ComparedRows& before, const ComparedRows& after)
{
    std::vector<Edit::Difference> found;
    for (const auto& row : differing(after, before)) {
        found.push_back({row.first, value_of(before, row.first), value_of(after, row.first)});
    }
    for (const auto& row : differing(before, after)) {
        if (std::ranges::find(found, row.first, &Edit::Difference::field) != found.end()) continue;
        found.push_back({row.first, value_of(before, row.first), {}});
    }
    return found;
}

}  // namespace caicach::plan
