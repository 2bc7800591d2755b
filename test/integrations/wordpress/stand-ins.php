<?php
/**
 * Stand-ins for the functions of WordPress 6.5 that the plugin uses. They do what WordPress does with the same arguments, as far as the
 * plugin can see it. The state of the site is in $site, which a case sets.
 *
 * @see https://developer.wordpress.org/reference/functions/
 */

define( 'ABSPATH', __DIR__ );

$hooks      = array();
$shortcodes = array();
$blocks     = array();
$modules    = array();
$scripts    = array();
$styles     = array();
$enqueued   = array();
$settings   = array();
$fields     = array();
$messages   = array();
$transients = array();

function add_filter( $name, $callback, $priority = 10 ) {
	global $hooks;
	$hooks[ $name ][ $priority ][] = $callback;
}

function add_action( $name, $callback, $priority = 10 ) {
	add_filter( $name, $callback, $priority );
}

function apply_filters( $name, $value, ...$rest ) {
	global $hooks;
	$callbacks = $hooks[ $name ] ?? array();
	ksort( $callbacks );
	foreach ( array_merge( ...array_values( $callbacks ) ) as $callback ) {
		$value = $callback( $value, ...$rest );
	}
	return $value;
}

function do_action( $name ) {
	apply_filters( $name, null );
}

const MINUTE_IN_SECONDS = 60;

function register_activation_hook( $file, $callback ) {
	add_action( 'activate_' . plugin_basename( $file ), $callback );
}

function set_transient( $name, $value, $seconds ) {
	global $transients;
	$transients[ $name ] = $value;
}

function delete_transient( $name ) {
	global $transients;
	$is_set = isset( $transients[ $name ] );
	unset( $transients[ $name ] );
	return $is_set;
}

function plugin_basename( $file ) {
	return basename( dirname( $file ) ) . '/' . basename( $file );
}

function admin_url( $path ) {
	return "/wp-admin/$path";
}

function plugin_dir_path( $file ) {
	return dirname( $file ) . '/';
}

function plugins_url( $path, $file ) {
	return '/' . basename( dirname( $file ) ) . '/' . $path;
}

/** Reads the .mo file of the site's language. */
function load_plugin_textdomain( $domain, $deprecated, $folder ) {
	global $site, $messages;
	$file = dirname( __DIR__, 2 ) . "/output/wordpress/$folder/$domain-{$site['locale']}.mo";
	if ( ! is_readable( $file ) ) {
		return false;
	}
	$bytes  = file_get_contents( $file );
	$header = unpack( 'V5', $bytes );
	if ( 0x950412de !== $header[1] ) {
		throw new Exception( 'This is no .mo file' );
	}
	$text = function ( $table, $index ) use ( $bytes ) {
		list( , $length, $offset ) = unpack( 'V2', $bytes, $table + 8 * $index );
		return substr( $bytes, $offset, $length );
	};
	for ( $index = 0; $index < $header[3]; $index++ ) {
		$messages[ $domain ][ $text( $header[4], $index ) ] = $text( $header[5], $index );
	}
	return true;
}

function __( $text, $domain ) {
	global $messages;
	return $messages[ $domain ][ $text ] ?? $text;
}

function esc_html__( $text, $domain ) {
	return esc_html( __( $text, $domain ) );
}

function esc_html( $text ) {
	return htmlspecialchars( $text, ENT_QUOTES );
}

function esc_url( $url ) {
	return esc_attr( $url );
}

function esc_attr( $text ) {
	return htmlspecialchars( $text, ENT_QUOTES );
}

function sanitize_key( $key ) {
	return is_scalar( $key ) ? preg_replace( '/[^a-z0-9_\-]/', '', strtolower( $key ) ) : '';
}

function checked( $checked, $current, $display ) {
	$result = (string) $checked === (string) $current ? " checked='checked'" : '';
	if ( $display ) {
		echo $result;
	}
	return $result;
}

function wp_register_script_module( $id, $src, $deps, $version ) {
	global $modules;
	$modules[ $id ] = null === $version ? $src : "$src?ver=$version";
}

function wp_enqueue_script_module( $id ) {
	global $enqueued;
	$enqueued[ $id ] = true;
}

function wp_register_style( $handle, $src, $deps, $version ) {
	global $styles;
	$styles[ $handle ] = compact( 'src' );
}

function wp_enqueue_style( $handle ) {
	global $styles;
	$styles[ $handle ]['enqueued'] = true;
}

function wp_register_script( $handle, $src, $deps, $version, $in_footer ) {
	global $scripts;
	$scripts[ $handle ] = compact( 'src', 'deps' );
}

function wp_set_script_translations( $handle, $domain, $path ) {
	global $scripts, $site;
	$scripts[ $handle ]['translations'] = "$path/$domain-{$site['locale']}-$handle.json";
}

function register_block_type( $name, $arguments ) {
	global $blocks;
	$blocks[ $name ] = $arguments;
}

function has_block( $name, $post ) {
	return false !== strpos( $post->post_content, "<!-- wp:$name " );
}

function has_shortcode( $content, $tag ) {
	return false !== strpos( $content, "[$tag]" );
}

function add_shortcode( $tag, $callback ) {
	global $shortcodes;
	$shortcodes[ $tag ] = $callback;
}

/** Renders the blocks without content of a text. */
function do_blocks( $content ) {
	global $blocks;
	$render = function ( $found ) use ( $blocks ) {
		return isset( $blocks[ $found[1] ] ) ? $blocks[ $found[1] ]['render_callback']( array(), '', null ) : '';
	};
	return preg_replace( '/<!-- \/?wp:(?:paragraph|image).*?-->/', '', preg_replace_callback( '/<!-- wp:(\w+\/\w+) \/-->/', $render, $content ) );
}
add_filter( 'the_content', 'do_blocks', 9 );

function do_shortcode( $content ) {
	global $shortcodes;
	foreach ( $shortcodes as $tag => $callback ) {
		$content = preg_replace_callback( "/\\[$tag\\]/", fn() => $callback( '', '', $tag ), $content );
	}
	return $content;
}
add_filter( 'the_content', 'do_shortcode', 11 );

function get_queried_object() {
	return (object) array(
		'post_type'    => get_post_type(),
		'post_content' => $GLOBALS['site']['content'],
	);
}

function is_singular() {
	return $GLOBALS['site']['singular'];
}

function is_feed() {
	return $GLOBALS['site']['feed'];
}

function in_the_loop() {
	return $GLOBALS['site']['loop'];
}

function is_main_query() {
	return true;
}

function post_password_required() {
	return $GLOBALS['site']['password'];
}

function get_the_ID() {
	return 7;
}

function get_post_type() {
	return 'post';
}

function wp_is_block_theme() {
	return 'block' === $GLOBALS['site']['theme'];
}

function current_theme_supports( $feature ) {
	return 'align-wide' === $feature && 'wide' === $GLOBALS['site']['theme'];
}

function get_option( $name, $default ) {
	return $GLOBALS['site']['options'][ $name ] ?? $default;
}

function get_post_types() {
	$type = function ( $label ) {
		return (object) array( 'labels' => (object) array( 'name' => $label ) );
	};
	return array(
		'post'       => $type( 'Beiträge' ),
		'page'       => $type( 'Seiten' ),
		'attachment' => $type( 'Medien' ),
		'rezept'     => $type( 'Rezepte & <Tipps>' ),
	);
}

function register_setting( $group, $name, $arguments ) {
	global $settings;
	$settings[ $name ] = $arguments + array( 'group' => $group );
}

function add_settings_field( $id, $title, $callback, $page ) {
	global $fields;
	$fields[ $id ] = compact( 'title', 'callback', 'page' );
}
