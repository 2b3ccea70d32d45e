#pragma once
#include <string>
#include <vector>

#include "html/html.hpp"
#include "obligation/board/sums.hpp"

namespace caicach::obligation
{

/// How one agency did in one month, or with one item; leads to the obligations.
struct MatrixCell {
    Sums sums{};
    std::string path{};
};
struct MatrixRow {
    std::string name{};
    std::string path{};
    std::vector<MatrixCell> cells{};  ///< as many as there are columns
};
/// Agencies by something. Keeps its columns and scrolls; the names stay in sight.
struct Matrix {
    std::string title{};
    std::string row_title{};
    std::vector<std::string> columns{};
    std::vector<MatrixRow> rows{};
};

/// A cell says "3/4": done of what is asked for, excused ones aside; and how many are overdue, were
/// late, or are missing still in the running month.
void write_matrix(html::Writer& out, const Matrix& matrix);

/// What a cell says, in words; empty where nothing is owed.
[[nodiscard]] std::string matrix_text(const Sums& sums);

}  // namespace caicach::obligation
