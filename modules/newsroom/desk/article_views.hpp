#pragma once
#include <optional>
#include <string>
#include <vector>

#include "document/markdown.hpp"
#include "http/form.hpp"
#include "http/response.hpp"
#include "newsroom/article/article_files.hpp"
#include "newsroom/article/article_store.hpp"
#include "newsroom/article/remark.hpp"
#include "web/components/fault.hpp"

namespace caicach::newsroom
{

/// One article at the desk: what it says, where it stands, what may be done now.
struct ArticlePage {
    http::Form form{};
    web::Fault fault{};
    Article article{};
    Revision text{};
    document::Markdown body{};
    std::string agency{};
    std::string section{};
    std::vector<Act> acts{};
    std::vector<Revision> revisions{};     ///< newest first
    std::vector<std::string> makers{};     ///< who made them
    std::vector<Remark> remarks{};         ///< newest first
    std::vector<std::string> remarkers{};  ///< who made them
    std::vector<std::string> hints{};
    std::vector<ListedFile> files{};  ///< that came with it
    std::string theme{};              ///< its name; empty: none
    bool may_write{};                 ///< for its agency, in another language too
    bool is_own{};                    ///< of who looks, and therefore not his to approve
};
[[nodiscard]] http::Response article_page(const Context& context, const ArticlePage& page);

}  // namespace caicach::newsroom
