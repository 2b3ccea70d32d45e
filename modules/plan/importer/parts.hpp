#pragma once
#include <string>
#include <vector>

#include "plan/importer/paragraphs.hpp"

/// Stage 3a: which part of the document each paragraph belongs to.
namespace caicach::plan::importer
{

enum class Part {
    head,      ///< letterhead, number, date, motto
    title,     ///< what the document is called
    preamble,  ///< bases and "Ủy ban nhân dân tỉnh ban hành …"
    article,   ///< the articles of a decision
    body,
    tail,  ///< recipients and signature
    annex,
    footnote,
};

struct PartOf {
    Part part{Part::head};
    int annex{-1};    ///< which annex, from 0
    bool decision{};  ///< a decision's own title and preamble, not the plan's that it carries
};

struct Annex {
    std::string label{};  ///< "PL1", "PL2", "DM"
    std::string title{};
};

struct Parts {
    std::vector<PartOf> of{};  ///< one for each paragraph
    std::vector<Annex> annexes{};
};

[[nodiscard]] Parts parts_of(const std::vector<Paragraph>& paragraphs);

}  // namespace caicach::plan::importer
