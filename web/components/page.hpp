#pragma once
#include <string>
#include <vector>

#include "manifest/actor.hpp"
#include "web/components/content.hpp"
#include "web/components/feedback.hpp"

namespace caicach::web
{

/// A link of the menu, the breadcrumbs or the footer.
struct Link {
    std::string text{};
    std::string path{};
    bool is_current{};  ///< this page, or for the menu the part of the site it belongs to
};

/// The same content in another language, or in this one.
struct Translation {
    std::string language{};  ///< "vi", "en"
    std::string address{};   ///< absolute
};

/// What programs read in the head of a public page: search engines, networks, readers of feeds.
struct PageHead {
    std::string language{"vi"};  ///< of the whole page
    std::string address{};       ///< the one address of this page, absolute; empty: none is said
    std::string picture{};       ///< absolute, shown where the page is shared; empty: none
    std::string feed_path{};     ///< an Atom feed of what stands here; empty: none
    std::string feed_title{};
    bool is_article{};
    std::vector<Translation> translations{};  ///< this page among them; empty: there is but one
};

/// Everything around the content of a page. Unlike the small parts' structs it owns its text: app
/// fills one half, the page's handler the other.
struct Frame {
    std::string title{};        ///< of this page, for the window; the h1 is the page's own
    std::string description{};  ///< one sentence for search engines; empty: none, and no indexing
    PageHead head{};
    std::string province{};  ///< "Tỉnh Sông Lam"
    std::string home_path{"/"};
    std::vector<Link> menu{};
    std::vector<Link> crumbs{};  ///< from the home page to the one above this
    std::string person_name{};   ///< empty: nobody is signed in
    std::string person_agency{};
    std::string person_mark{};           ///< tells their drafts in this browser from others'
    std::string person_path{};           ///< their own account
    std::vector<Capacity> capacities{};  ///< ways to act, to choose from; empty: there is but one
    std::string capacity_path{};         ///< takes the choice, by POST
    std::string here{};                  ///< this page, to come back to
    std::string sign_in_path{};          ///< empty: not offered
    std::string sign_out_path{};         ///< takes a POST
    std::string csrf{};                  ///< of this session
    std::vector<Notice> notices{};       ///< flash messages
    std::string contact{};               ///< whom to ask, in one line
    std::vector<Link> footer{};          ///< accessibility statement, terms, API
    bool is_wide{};                      ///< for working pages with two panes
    int refresh_seconds{};  ///< without script the page loads itself anew after these; 0: never
};

/// A whole document: head, skip link, header, menu, breadcrumbs, notices, `content` in <main>, and
/// footer. The content brings the one h1 (see page_title).
void page(html::Writer& out, const Frame& frame, Content content);

struct PageTitle {
    std::string_view title{};
    std::string_view caption{};  ///< a short line above: what kind of thing this is
    std::string_view lead{};     ///< a sentence below
};

/// The h1 with its caption and lead; `actions` stand beside it.
void page_title(html::Writer& out, const PageTitle& title);
void page_title(html::Writer& out, const PageTitle& title, Content actions);

}  // namespace caicach::web
