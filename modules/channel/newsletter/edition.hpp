#pragma once
#include <string>
#include <vector>

#include "channel/newsletter/issue.hpp"
#include "document/markdown.hpp"
#include "manifest/context.hpp"

/// An issue as its readers have it: with the articles as they are now.
namespace caicach::channel
{

struct EditionArticle {
    newsroom::PublishedArticle article{};
    std::string title{};   ///< the issue's own headline, or the article's title
    std::string own{};     ///< that headline; may be empty
    std::string agency{};  ///< name of whose article it is
};

struct Edition {
    Issue issue{};
    std::string agency{};  ///< whose newsletter it is
    std::string number{};  ///< "Số 3/2026"; of what is not out yet, what it would be today
    std::string name{};    ///< "Số 3/2026: Bản tin cải cách hành chính"
    document::Markdown opening{};
    std::vector<EditionArticle> articles{};  ///< withdrawn ones in their places, marked so
};

[[nodiscard]] Result<Edition> edition_of(const Context& context, database::Transaction& transaction,
                                         const Issue& issue);

}  // namespace caicach::channel
