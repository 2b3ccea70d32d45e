#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "plan/importer/lexicon.hpp"

namespace caicach::plan::importer
{

/// A labelled piece: "Cơ quan chủ trì: Sở Nội vụ".
struct Field {
    Label label{};
    std::string value{};
};

/// A text parted into the statement itself and the labelled pieces behind or inside it:
/// "Tổ chức tọa đàm (chủ trì: Sở Nội vụ; thời gian: Quý II/2026)".
struct Statement {
    std::string title{};
    std::vector<Field> fields{};
};

[[nodiscard]] Statement split_statement(std::string_view text);

}  // namespace caicach::plan::importer
