/// The one style sheet of all pages.
enum StyleSheet {
    static let text = """
        :root{--paper:#fcfbf8;--ink:#1b1b1a;--grey:#5b5a55;--link:#0b5c8a;--warning:#7a4f00;--error:#a61b1b;--hit:#fff1a8;
        --line:#dcd9d1;--added:#dff0d8;--removed:#f7dcdc}
        @media (prefers-color-scheme:dark){:root{--paper:#161615;--ink:#e8e6e1;--grey:#a3a099;--link:#7cc0ea;--warning:#e5b567;
        --error:#ff9a8f;--hit:#4a4000;--line:#3a3935;--added:#1f3a1c;--removed:#4a2322}}
        *{box-sizing:border-box}
        html{color-scheme:light dark;-webkit-text-size-adjust:100%}
        body{margin:0;background:var(--paper);color:var(--ink);font:14px/20px system-ui,"Noto Sans",sans-serif;
        font-variant-numeric:tabular-nums;overflow-wrap:break-word}
        a{color:var(--link);text-underline-offset:2px}
        a:focus-visible,.scroll:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,textarea:focus-visible,summary:focus-visible{
        outline:2px solid var(--link);outline-offset:2px}
        .skip{position:absolute;left:-9999px}
        .skip:focus{left:8px;top:8px;background:var(--paper);padding:8px}
        header.site{border-bottom:1px solid var(--line);padding:8px 16px;display:flex;flex-wrap:wrap;gap:8px 24px;align-items:center}
        header.site form{display:flex;gap:8px;flex:1 1 320px;max-width:720px}
        header.site nav{display:flex;flex-wrap:wrap;gap:4px 16px}
        header.site nav a{padding:4px 0;text-decoration:none}
        header.site nav a[aria-current]{color:var(--ink);border-bottom:2px solid var(--ink)}
        .brand{font-weight:600;color:var(--ink);text-decoration:none}
        .alarm{color:var(--error);font-weight:600}
        input,select,textarea,button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--grey);padding:5px 8px;
        border-radius:0}
        input[type=search]{flex:1;min-width:0}
        button{cursor:pointer;font-weight:600}
        main{padding:16px;max-width:1280px}
        h1{font-size:24px;line-height:32px;margin:0 0 8px;font-weight:600}
        h2{font-size:16px;line-height:24px;margin:24px 0 8px;font-weight:600}
        p{margin:0 0 8px}
        .grey{color:var(--grey)}.warning{color:var(--warning)}.error{color:var(--error)}
        .note{border-left:4px solid var(--warning);padding:4px 12px;margin:0 0 16px}
        .note.bad{border-color:var(--error)}
        .columns{display:grid;grid-template-columns:232px minmax(0,720px);gap:0 32px}
        .rail h2{font-size:14px;line-height:20px;margin:16px 0 4px}
        .rail ul{list-style:none;margin:0;padding:0}
        .rail li{display:flex;justify-content:space-between;gap:8px;padding:2px 0}
        .rail li a{text-decoration:none;min-width:0}
        .rail li a:hover{text-decoration:underline}
        .rail .on{font-weight:600}
        .rail form p{margin:0 0 4px}
        .rail label{display:block;color:var(--grey);font-size:12px;line-height:16px}
        .rail input[type=text],.rail select{width:100%}
        ol.hits,ul.plain{list-style:none;margin:0;padding:0}
        ol.hits{max-width:720px}
        ol.hits>li{padding:10px 0;border-bottom:1px solid var(--line)}
        ol.hits h2{font-size:18px;line-height:24px;margin:0;font-weight:600}
        ol.hits h2 a{color:var(--ink);text-decoration:none}
        ol.hits h2 a:hover{text-decoration:underline}
        ol.hits h2 a:visited{color:var(--grey)}
        ol.hits p{margin:0}
        .facts-line{color:var(--grey)}
        .snippet{display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden}
        mark{background:var(--hit);color:inherit;font-weight:600}
        ol.hits .remark{border-left:4px solid var(--line);padding-left:12px;margin:4px 0}
        .more{margin:16px 0}
        .bars{display:flex;align-items:flex-end;gap:1px;height:48px;margin:0 0 4px;padding:0;list-style:none;border-bottom:1px solid var(--line)}
        .bars li{flex:1 1 0;min-width:2px;max-width:32px;height:100%;display:flex;align-items:flex-end}
        .bars a{display:block;width:100%;height:100%;position:relative}
        .bars svg{display:block;width:100%;height:100%}
        .bars rect{fill:var(--link)}
        .bars.brushable{touch-action:pan-y;user-select:none}
        .bars .chosen{background:var(--hit)}
        .article{display:grid;grid-template-columns:minmax(0,680px) 300px;gap:0 48px}
        .article h1{font:600 32px/40px Charter,"Bitstream Charter","Noto Serif",Georgia,serif;margin:8px 0}
        .deck{font:18px/28px Charter,"Bitstream Charter","Noto Serif",Georgia,serif;color:var(--grey)}
        .text{font:18px/28px Charter,"Bitstream Charter","Noto Serif",Georgia,serif;max-width:66ch}
        .text p{margin:0 0 16px;white-space:pre-line}
        .text .excerpt{border-left:4px solid var(--line);padding-left:16px}
        .text .notice{color:var(--grey);font-size:16px}
        .text .quotation{text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:4px}
        .text .name{border-bottom:1px dotted var(--grey)}
        .text .credit{font-weight:600}
        .unmarked .text .quotation{text-decoration:none}
        .unmarked .text .name{border-bottom:0}
        .text p:target{background:var(--hit)}
        .place{font-size:12px;line-height:16px}
        .cite h3{font-size:14px;line-height:20px;margin:12px 0 4px}
        .cite summary{cursor:pointer;padding:8px 0;font-weight:600}
        .tabs{display:flex;flex-wrap:wrap;gap:4px 24px;border-bottom:1px solid var(--line);margin:0 0 16px}
        .tabs a{padding:4px 0;text-decoration:none}
        .tabs a[aria-current]{color:var(--ink);border-bottom:2px solid var(--ink);font-weight:600}
        dl.facts{margin:0}
        dl.facts div{padding:6px 0;border-bottom:1px solid var(--line)}
        dl.facts dt{color:var(--grey);font-size:12px;line-height:16px}
        dl.facts dd{margin:0}
        details.rail-facts>summary{display:none}
        table{border-collapse:collapse;width:100%}
        .scroll{overflow-x:auto}
        th,td{text-align:left;vertical-align:top;padding:6px 16px 6px 0;border-bottom:1px solid var(--line)}
        th{font-weight:600}
        td.number,th.number{text-align:right}
        td.time{white-space:nowrap}
        pre{overflow-x:auto;border:1px solid var(--line);padding:8px;font-size:12px;line-height:16px;white-space:pre-wrap}
        ins{background:var(--added);text-decoration:underline}
        del{background:var(--removed);text-decoration:line-through}
        .beside{font-size:16px;line-height:24px;max-width:none;table-layout:fixed;min-width:640px}
        .beside td{white-space:pre-line}
        .form p{margin:0 0 16px;max-width:480px}
        .form label{display:block;font-weight:600}
        .form input[type=text],.form input[type=url],.form textarea,.form select{width:100%}
        .form input,.form select,.form textarea{font-weight:400}
        .form input[type=file]{display:block;width:100%;max-width:100%}
        .form .hint{color:var(--grey);display:block}
        .form fieldset{border:0;margin:0 0 16px;padding:0}
        .form legend{font-weight:600;padding:0}
        .form .choice{display:block;font-weight:400;padding:4px 0}
        .form [aria-invalid]{border:2px solid var(--error)}
        .form .error[id]{display:block;font-weight:600}
        .form details{margin:0 0 16px}
        .form summary{cursor:pointer;padding:4px 0}
        .problems{border:4px solid var(--error);padding:12px 16px;margin:0 0 16px;max-width:720px}
        .problems h2{margin:0 0 8px}
        .problems ul{margin:0;padding-left:20px}
        .problems a{color:var(--error);font-weight:600}
        .handed li{padding:8px 0;border-bottom:1px solid var(--line)}
        .handed p{margin:0;max-width:none}
        .dropping{outline:4px dashed var(--link);outline-offset:-8px}
        .inline{display:inline}
        dialog{background:var(--paper);color:var(--ink);border:1px solid var(--grey);padding:16px}
        dialog dl{display:grid;grid-template-columns:auto 1fr;gap:4px 16px;margin:0 0 16px}
        dialog h2,dialog dd{margin:0}
        footer.site{border-top:1px solid var(--line);padding:8px 16px;margin-top:32px;color:var(--grey);font-size:12px;line-height:16px}
        @media (max-width:900px){.article{display:flex;flex-direction:column}.article article{display:contents}.article aside{order:1}
        .article .text{order:2}.columns{display:block}
        .rail.filters details{border-bottom:1px solid var(--line);margin-bottom:8px}
        details.rail-facts>summary{display:list-item;cursor:pointer;padding:8px 0;font-weight:600}
        .article h1{font-size:24px;line-height:32px}main{padding:12px}}
        @supports selector(::details-content){@media (min-width:901px){.rail.filters summary{display:none}
        .rail.filters details::details-content,details.rail-facts::details-content{content-visibility:visible;display:block}}}
        @media print{header.site,footer.site,.tabs,.more,form{display:none}body{background:#fff;color:#000}.article{display:block}}
        """
}
