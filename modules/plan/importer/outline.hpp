#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "plan/importer/marker.hpp"
#include "plan/importer/paragraphs.hpp"
#include "plan/importer/parts.hpp"

/// Stage 3b: the tree of sections, labels, bullets, paragraphs and tables.
namespace caicach::plan::importer
{

struct Node {
    enum class Kind { root, labelled, bullet, plain, table };
    Kind kind{Kind::root};
    std::optional<Marker> marker{};
    std::string text{};                     ///< without its label
    std::vector<std::size_t> paragraphs{};  ///< all rows, for a table
    int parent{-1};
    std::vector<int> children{};
    int annex{-1};
    bool heading{};
    int depth{};
    int ordinal{};  ///< among the unlabelled children of its parent, from 1
};

/// Nodes in document order; node 0 is the body, and one root more stands for each annex.
struct Outline {
    std::vector<Node> nodes{};

    [[nodiscard]] const Node& operator[](int at) const
    {
        return nodes[static_cast<std::size_t>(at)];
    }
};

[[nodiscard]] Outline outline_of(const std::vector<Paragraph>& paragraphs, const Parts& parts);

}  // namespace caicach::plan::importer
